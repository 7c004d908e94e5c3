using System.Reflection;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>
/// What all send blocks have in common: the message leaves with the turn's commit, and the block waits for what becomes of
/// it, however long that takes, and goes on by that outcome.
/// </summary>
public abstract class SendBlock : Activity
{
    private readonly Carrier _carrier;
    private readonly string _channel;

    private protected SendBlock(Carrier carrier, string channel)
    {
        (_carrier, _channel) = (carrier, channel);
        Ports = GetType().GetCustomAttribute<FlowNodeAttribute>()!.Outcomes;
        // The catalogue makes one of each type before it takes it.
        Relation =
            GetType().GetCustomAttribute<ReachesAttribute>()?.Relation
            ?? throw new InvalidOperationException(
                $"{GetType().Name} sends and does not say by which direct relation: put [Reaches] on it."
            );
    }

    /// <summary>By which direct relation it reaches somebody (S0-64).</summary>
    internal DirectRelation Relation { get; }

    /// <summary>Which message it is, for reports and for people.</summary>
    [Input(
        Description = "Which message it is, as reports name it, for example win-back.",
        IsRequired = true,
        Order = 10
    )]
    public Input<string> Template { get; set; } = default!;

    /// <summary>The content of the library that it says.</summary>
    [Input(
        Description = "An approved content of the library. A text given here replaces its words; attachments come on top of it.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ContentOptions),
        Order = 10.5f
    )]
    public Input<string?> Content { get; set; } = default!;

    /// <summary>What the message says; <c>{{ contact.name }}</c> and the like are filled in.</summary>
    [Input(
        Description = "What the message says; {{ contact.name }} and the like are filled in.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        Order = 11
    )]
    public Input<string> Text { get; set; } = new("");

    /// <summary>Why it is sent; consent and limits are judged by it. The default is marketing.</summary>
    [Input(
        Description = "Why it is sent: contacts can refuse marketing and still get service messages.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "marketing", "service" },
        DefaultValue = "marketing",
        Order = 50
    )]
    public Input<string> Purpose { get; set; } = new("marketing");

    /// <summary>What sort of content it is, for limits. Empty: nothing in particular.</summary>
    [Input(
        Description = "What sort of content it is; limits count sop, sales and offers. A content of the library that sells counts as sales.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", "sop", "sales", "persona", "knowledge", "expert", "offer", "script" },
        Category = "Limits",
        Order = 51
    )]
    public Input<string?> Kind { get; set; } = default!;

    /// <summary>The product it is about, for limits.</summary>
    [Input(
        Description = "The product it is about, so that nobody hears of the same one too often.",
        Category = "Limits",
        Order = 52
    )]
    public Input<string?> Product { get; set; } = default!;

    /// <summary>What its offer costs the brand, for the budget. The default is 0.</summary>
    [Input(
        Description = "What the offer in it costs the brand; the budget counts it.",
        Category = "Limits",
        Order = 53
    )]
    public Input<decimal> Subsidy { get; set; } = new(0m);

    /// <summary>What becomes of it when a limit does not let it through. The default is Defer.</summary>
    [Input(
        DisplayName = "When a limit is reached",
        Description = "Defer waits until the limit allows it; Drop refuses it; Branch goes on by Deferred at once.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Defer", "Drop", "Branch" },
        DefaultValue = "Defer",
        Category = "Limits",
        Order = 54
    )]
    public Input<string> OnLimit { get; set; } = new("Defer");

    /// <summary>How long the message is of use; then it ends as failed.</summary>
    [Input(
        DisplayName = "Expires after",
        Description = "How long the message is of use, for example 1.00:00:00 for a day. Empty: for ever.",
        Category = "Limits",
        Order = 55
    )]
    public Input<TimeSpan?>? ExpiresAfter { get; set; }

    /// <summary>Whether its links are replaced by short ones whose clicks are counted. The default is true.</summary>
    [Input(
        DisplayName = "Track links",
        Description = "Whether its links are replaced by short ones, so that clicks and orders are counted for it.",
        DefaultValue = true,
        Category = "Tracking",
        Order = 57
    )]
    public Input<bool> TrackLinks { get; set; } = new(true);

    /// <summary>How many days after a click, or after it was said, an order counts for it.</summary>
    [Input(
        DisplayName = "Orders count for (days)",
        Description = "How many days after a click, or after it was said, an order counts for it. Empty: as the content says, else 7.",
        Category = "Tracking",
        Order = 58
    )]
    public Input<int?>? AttributionDays { get; set; }

    /// <summary>Before this its links lead nowhere but to a page that says when they open (S2-49); null: they are open at once.</summary>
    [Input(
        DisplayName = "Links open from",
        Description = "When its links open, for example when the sale begins; before, they lead to a page that says so. Empty: at once.",
        Category = "Tracking",
        Order = 59
    )]
    public Input<DateTimeOffset?>? LinksOpenAt { get; set; }

    /// <summary>From then on its links lead nowhere but to a page that says so (S0-61); null: as <see cref="LinkDays"/> says.</summary>
    [Input(
        DisplayName = "Links end at",
        Description = "When its links end, for example with the sale; then they lead to a page that says so. Empty: after the days below.",
        Category = "Tracking",
        Order = 59.1f
    )]
    public Input<DateTimeOffset?>? LinksEndAt { get; set; }

    /// <summary>How many days its links lead somewhere, from their opening or their sending.</summary>
    [Input(
        DisplayName = "Links end after (days)",
        Description = "How many days its links lead somewhere, from when they open or are sent. Empty: as the content says, else as the installation does.",
        Category = "Tracking",
        Order = 59.2f
    )]
    public Input<int?>? LinkDays { get; set; }

    /// <summary>The rule set that says for whom its links lead somewhere (S2-05); null: for everybody.</summary>
    [Input(
        DisplayName = "Links only for",
        Description = "A rule set that is asked each time a link is followed: only those of whom it says the event below get any further. Empty: everybody.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(Journeys.RuleSetOptions),
        Category = "Tracking",
        Order = 59.4f
    )]
    public Input<string?>? LinksOnlyFor { get; set; }

    /// <summary>What the rule set has to say of them.</summary>
    [Input(
        DisplayName = "Event of those",
        Description = "What the rule set has to say of them, for example new.",
        Category = "Tracking",
        Order = 59.5f
    )]
    public Input<string?>? LinksOnlyForEvent { get; set; }

    /// <summary>The domain of its links; the journey's, else the installation's usual one, unless set.</summary>
    [Input(
        DisplayName = "Link domain",
        Description = "The domain of its short links, one of the installation's. Empty: the journey's, else the usual one.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(LinkDomainOptions),
        Category = "Tracking",
        Order = 59.3f
    )]
    public Input<string?> LinkDomain { get; set; } = default!;

    /// <summary>The channel that carries it; the carrier's usual one unless set.</summary>
    [Input(
        Description = "The channel that carries the message, an official one: tools that send by themselves put the account at risk. Empty: the usual one.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ChannelOptions),
        Category = "Advanced",
        Order = 60
    )]
    public Input<string?> Channel { get; set; } = default!;

    /// <summary>How it ended, in a word.</summary>
    [Output(Description = "How the message ended, for example Sent or Expired.")]
    public Output<string>? Outcome { get; set; }

    /// <summary>Why it ended so, for reports.</summary>
    [Output(
        DisplayName = "Reason code",
        Description = "Why it ended so, for example opted_out; empty when it was sent."
    )]
    public Output<string>? ReasonCode { get; set; }

    /// <summary>Until when a limit would have deferred it.</summary>
    [Output(Description = "When a limit would let it through, after the outcome Deferred.")]
    public Output<DateTimeOffset?>? Until { get; set; }

    /// <summary>The outcomes this block leaves by.</summary>
    internal IReadOnlyList<string> Ports { get; }

    /// <summary>
    /// The input that names the member of the staff in whose 1:1 chat it speaks; null where it speaks elsewhere, so that no relation is needed.
    /// </summary>
    internal virtual string? SpeakerInput => null;

    /// <summary>Where it speaks.</summary>
    internal Carrier Carrier => _carrier;

    /// <summary>The channel it uses unless another is set.</summary>
    internal string UsualChannel => _channel;

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var named = Filled(context, Content);
        var content = named is null ? null : await BlockContent.FindAsync(context, named, _carrier);
        if (named is not null && content is null)
        {
            context.JournalData["content"] = named;
            await EndAsync(context, new MessageOutcome(SendOutcome.Refused, ContentJudge.NotApproved));
            return;
        }

        await EmitAsync(context, Compose(context, content), content);
    }

    private async ValueTask EmitAsync(ActivityExecutionContext context, OutboundMessage message, FilledContent? content)
    {
        if (message.Source is { } source)
        {
            context.JournalData["content"] = source.ToString();
        }

        context.JournalData["template"] = message.Template;
        context.JournalData["channel"] = message.Channel;
        if (message.Recipient is Recipient.Person && context.Contact().Refuses(message.Channel, message.Purpose))
        {
            await EndAsync(context, new MessageOutcome(SendOutcome.Refused, ReasonCodes.OptedOut));
            return;
        }

        var opensAt = context.Get(LinksOpenAt) is { } at && at > context.Now ? at : (DateTimeOffset?)null;
        if (opensAt is not null && context.GetService<LinkTracker>() is null)
        {
            // Sent as it is written, the link would be open before its time.
            await EndAsync(context, new MessageOutcome(SendOutcome.Refused, ReasonCodes.LinksOpen));
            return;
        }

        var tracked = BlockContent.Track(
            context,
            message,
            content,
            context.Get(TrackLinks),
            new LinkTerms(context.Get(AttributionDays))
            {
                OpensAt = opensAt,
                EndsAt = context.Get(LinksEndAt),
                ValidDays = context.Get(LinkDays),
                Domain = Filled(context, LinkDomain),
                Audience = AudienceOf(context),
            }
        );
        context.EmitAndWait(tracked, EndedAsync);
        WaitFurther(context);
    }

    /// <summary>Who gets it.</summary>
    private protected abstract Recipient RecipientOf(ActivityExecutionContext context);

    /// <summary>What comes with the text.</summary>
    private protected virtual IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context) => [];

    /// <summary>What is said below the text whatever the text is; null for nothing.</summary>
    private protected virtual string? NoticeOf(ActivityExecutionContext context) => null;

    /// <summary>The staff member who says it; null for nobody in particular.</summary>
    private protected virtual string? SenderOf(ActivityExecutionContext context) => null;

    /// <summary>Where exactly; null where the recipient's names say it.</summary>
    private protected virtual string? DestinationOf(ActivityExecutionContext context) => null;

    /// <summary>The journey's contact as recipient.</summary>
    private protected static Recipient TheContact(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        return new Recipient.Person(contact.Id, contact.Identities);
    }

    /// <summary>An input that has to say something.</summary>
    private protected static string Required(ActivityExecutionContext context, Input<string> input, string name) =>
        context.Get(input)?.Trim() is { Length: > 0 } text
            ? text
            : throw new FaultException("MissingInput", $"'{name}' says nothing for this contact.");

    private OutboundMessage Compose(ActivityExecutionContext context, FilledContent? content)
    {
        var item = content?.Version.Item;
        var text = Text.Get(context);
        var graph = context.Instance.Graph;
        return new OutboundMessage(
            context.EffectKey(),
            RecipientOf(context),
            _carrier,
            Filled(context, Channel) ?? _channel,
            Template.Get(context) is { Length: > 0 } template ? template : item?.Id ?? "",
            new MessageContent(
                WithNotice(string.IsNullOrEmpty(text) ? content?.Content.Text ?? "" : text, NoticeOf(context)),
                [.. content?.Content.Attachments ?? [], .. AttachmentsOf(context)]
            ),
            Purpose.Get(context) ?? "marketing",
            context.Now,
            graph.DefinitionId,
            graph.Version
        )
        {
            ContactId = (context.Subject as Contact)?.Id,
            Destination = DestinationOf(context),
            Sender = SenderOf(context),
            Source = content?.Version.Ref,
            Kind = SaidKind.Of(Filled(context, Kind), item, _carrier),
            Product = Filled(context, Product) ?? item?.Product,
            Subsidy = context.Get(Subsidy),
            Priority = JourneySettings.Of(graph).Priority,
            OnLimit = Enum.TryParse<LimitPolicy>(OnLimit.Get(context), ignoreCase: true, out var policy)
                ? policy
                : LimitPolicy.Defer,
            ExpiresAt = context.Get(ExpiresAfter) is { } span ? context.Now + span : null,
            InstanceId = context.Instance.Id,
        };
    }

    private LinkAudience? AudienceOf(ActivityExecutionContext context) =>
        Filled(context, LinksOnlyFor) is { } ruleSet
            ? new LinkAudience(ruleSet, Filled(context, LinksOnlyForEvent) ?? "")
            : null;

    private static string WithNotice(string text, string? notice) =>
        string.IsNullOrEmpty(notice) ? text
        : text.Length == 0 ? notice
        : $"{text}\n{notice}";

    /// <summary>An input's text, or null when it is empty.</summary>
    private protected static string? Filled(ActivityExecutionContext context, Input<string?>? input) =>
        context.Get(input)?.Trim() is { Length: > 0 } text ? text : null;

    private ValueTask EndedAsync(ActivityExecutionContext context) => EndAsync(context, context.TakeOutcome());

    private ValueTask EndAsync(ActivityExecutionContext context, MessageOutcome outcome)
    {
        context.NoteOutcome(outcome);
        context.Set(Outcome, outcome.Outcome.ToString());
        context.Set(ReasonCode, outcome.ReasonCode ?? "");
        context.Set(Until, outcome.Until);
        return GoOnAsync(context, outcome);
    }

    /// <summary>Waits for more than the outcome; the default is nothing.</summary>
    private protected virtual void WaitFurther(ActivityExecutionContext context) { }

    /// <summary>Goes on by the outcome's port.</summary>
    private protected virtual ValueTask GoOnAsync(ActivityExecutionContext context, MessageOutcome outcome) =>
        context.CompleteActivityWithOutcomesAsync(SendPorts.Of(Ports, outcome));
}
