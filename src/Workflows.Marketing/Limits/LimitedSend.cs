using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>What limits know of a message; rules see it as <c>message</c>.</summary>
public sealed record LimitedSend
{
    /// <summary>Whose message it is, and its key: a send is counted once for each.</summary>
    public required MessageKey Id { get; init; }

    /// <summary>The kind of carrier, for example <c>Group</c> or <c>Sms</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>The channel that would send it.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Why it is sent: <c>marketing</c> or <c>service</c>.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What kind of content it is, for example <c>sop</c> or <c>sales</c>; empty where nobody said.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Which message it is, for example <c>win-back</c>.</summary>
    public string Template { get; init; } = "";

    /// <summary>The journey that sends it.</summary>
    public string Journey { get; init; } = "";

    /// <summary>The customer who receives it, or null where it goes to a group or to staff.</summary>
    public string? Contact { get; init; }

    /// <summary>The group it goes to, or null.</summary>
    public string? Group { get; init; }

    /// <summary>The member who receives it or whose Moments it is, else the one who sends it; or null.</summary>
    public string? Staff { get; init; }

    /// <summary>The account that sends it: a member, or a channel that speaks for itself, such as a robot; or null.</summary>
    public string? Sender { get; init; }

    /// <summary>The store it is sent for, or null.</summary>
    public string? Store { get; init; }

    /// <summary>The product it is about, or null.</summary>
    public string? Product { get; init; }

    /// <summary>The platform's name of the task it belongs to, or null.</summary>
    public string? Task { get; init; }

    /// <summary>
    /// How close the customer is, one of <see cref="RelationshipStage"/>; null where it is no marketing message to a customer, or nobody asks.
    /// </summary>
    public string? Stage { get; init; }

    /// <summary>How many orders the customer has paid; 0 where <see cref="Stage"/> is null.</summary>
    public int Orders { get; init; }

    /// <summary>What it gives away, in currency units.</summary>
    public decimal Subsidy { get; init; }

    /// <summary>What its journey may give away in all, in currency units; null where the journey does not say.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The journey's priority; of what is judged together, the higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether the customer wants no such message now.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether there is proof that the customer agreed to such messages.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Whether a message that a limit defers ends instead of waiting, because its journey wants to go on.</summary>
    public bool EndsAtLimits { get; init; }

    /// <summary>The moment of judgement in the tenant's time zone.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The hour of the day, with its fraction: 22.5 is half past ten in the evening.</summary>
    public decimal Hour => At.Hour + At.Minute / 60m;

    /// <summary>The day of the week in English.</summary>
    public string Weekday => At.DayOfWeek.ToString();

    /// <summary>How many days the month has.</summary>
    public int DaysInMonth => DateTime.DaysInMonth(At.Year, At.Month);

    /// <summary>What limits know of a message of the outbox.</summary>
    /// <param name="leased">The message.</param>
    /// <param name="consents">What its recipient wants and does not want, as of now; none where it goes to nobody in particular.</param>
    internal static LimitedSend Of(LeasedMessage leased, ContactConsents consents)
    {
        var message = leased.Message;
        return new LimitedSend
        {
            Id = new MessageKey(leased.Tenant, message.Key),
            Carrier = message.Carrier.ToString(),
            Channel = message.Channel,
            Purpose = message.Purpose,
            Kind = message.Kind ?? "",
            Template = message.Template,
            Journey = message.Journey,
            Contact = (message.Recipient as Recipient.Person)?.ContactId.ToString("N"),
            Group = (message.Recipient as Recipient.Group)?.GroupId,
            Staff = (message.Recipient as Recipient.Staff)?.StaffId ?? message.Sender,
            Sender = message.Sender ?? (message.Carrier == Messaging.Carrier.Webhook ? message.Channel : null),
            Product = message.Product,
            Subsidy = message.Subsidy,
            Priority = message.Priority,
            IsRefused = consents.Refuses(message.Channel, message.Purpose),
            HasConsent = consents.Grants(message.Channel, message.Purpose),
            EndsAtLimits = message.OnLimit != LimitPolicy.Defer,
        };
    }

    /// <summary>What limits know of a reminder: itself, and a message to each member it reaches by a channel of its own.</summary>
    internal static IReadOnlyList<LimitedSend> Of(TaskReminder reminder)
    {
        var key = $"remind:{reminder.Reference}:{reminder.Number}";
        var itself = new LimitedSend
        {
            Id = new MessageKey(reminder.Tenant, key),
            Carrier = nameof(Messaging.Carrier.StaffTask),
            Channel = reminder.Channel,
            Purpose = "service",
            Kind = "remind",
            Task = reminder.Reference,
        };
        return
        [
            itself,
            .. reminder.Members.Select(member =>
                itself with
                {
                    Id = new MessageKey(reminder.Tenant, $"{key}:{member}"),
                    Channel = reminder.MemberChannel ?? "",
                    Kind = "reminder-text",
                    Task = null,
                    Staff = member,
                }
            ),
        ];
    }

    /// <summary>What limits know of a group that a bot is to maintain.</summary>
    internal static LimitedSend Of(int tenant, string group, string bot) =>
        new()
        {
            Id = new MessageKey(tenant, $"bot-group:{bot}:{group}"),
            Carrier = nameof(Messaging.Carrier.StaffTask),
            Purpose = "service",
            Kind = "bot-group",
            Sender = bot,
        };

    /// <summary>Whose counter it is counted in under a scope; null where the scope does not concern it.</summary>
    internal string? In(LimitScope scope) =>
        scope switch
        {
            LimitScope.Contact => Contact,
            LimitScope.Group => Group,
            LimitScope.Staff => Staff,
            LimitScope.Bot => Sender,
            LimitScope.Store => Store,
            LimitScope.Product => Product is null ? null : $"{Contact ?? Group ?? Staff} {Product}",
            LimitScope.Task => Task,
            LimitScope.Journey => Journey,
            LimitScope.Tenant => "",
            _ => null,
        };
}
