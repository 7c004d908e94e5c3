using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>A calendar whose days are the same for everybody; it runs once, or for each contact, group or store.</summary>
public abstract class AudienceCalendarTrigger : TimedCalendarTrigger
{
    private protected AudienceCalendarTrigger() { }

    /// <summary>For whom it runs. The default is once for the workspace.</summary>
    [Input(
        DisplayName = "Runs for",
        Description = "Once, or for each contact, customer group or store.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Once", "Contacts", "Groups", "Stores" },
        DefaultValue = "Once",
        Category = "Calendar",
        Order = 70
    )]
    public Input<string> RunsFor { get; set; } = new("Once");

    /// <summary>Which contacts: a condition; empty for all.</summary>
    [Input(
        DisplayName = "Contacts where",
        Description = "Only contacts for whom this condition holds, for example contact.Tags.Contains(\"vip\"). Empty: all.",
        Category = "Calendar",
        Order = 71
    )]
    public Input<string?> Where { get; set; } = default!;

    /// <summary>The rule set that chooses the contacts; empty for none.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "A published rule set that chooses the contacts instead of a condition.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(Journeys.RuleSetOptions),
        Category = "Calendar",
        Order = 72
    )]
    public Input<string?> RuleSet { get; set; } = default!;

    /// <summary>The rule, or its event, that has to hold.</summary>
    [Input(
        DisplayName = "Rule",
        Description = "The rule of the rule set, or its event, that has to hold.",
        Category = "Calendar",
        Order = 73
    )]
    public Input<string?> Rule { get; set; } = default!;

    /// <summary>Which groups, by purpose. The default is communities.</summary>
    [Input(
        DisplayName = "Group purpose",
        Description = "Which customer groups, by what they are for.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Community", "Drainage", "GroupBuy", "Flash", "Service" },
        DefaultValue = "Community",
        Category = "Calendar",
        Order = 74
    )]
    public Input<string> Purpose { get; set; } = new("Community");

    /// <summary>Whether the time is that of each store's clocks.</summary>
    [Input(
        DisplayName = "In store time",
        Description = "Whether the time of day is that of each store's clocks rather than the workspace's.",
        UIHint = InputUIHints.Checkbox,
        Category = "Calendar",
        Order = 81
    )]
    public Input<bool> InStoreTime { get; set; } = new(false);

    /// <inheritdoc/>
    protected override async ValueTask<OccasionPage> FindAsync(
        OccasionSearch search,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(search);
        var places = new PlaceAudience(Desk(search), IsInStoreTime(search.Context), StoreOf(search));
        return Kind(search.Context) switch
        {
            "contacts" => await ContactGuests.PageAsync(
                Desk(search),
                search,
                new ContactChoice(search.Context.Get(Where), search.Context.Get(RuleSet), search.Context.Get(Rule)),
                cancellationToken
            ),
            "groups" => await places.GroupsAsync(search, [search.Context.Get(Purpose) ?? ""], cancellationToken),
            "stores" => places.Stores(search),
            _ => new OccasionPage([new OccasionGuest(PlaceAudience.Once(search), Nothing)], null),
        };
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        if (Kind(context) is not ("once" or "contacts" or "groups" or "stores"))
        {
            yield return Mistake("Nobody knows for whom this runs.", "Choose Once, Contacts, Groups or Stores.");
        }

        if (Kind(context) is "contacts" && context.Get(Where) is { Length: > 0 } where)
        {
            foreach (var mistake in ContactAudience.OfCondition(where).Diagnostics)
            {
                yield return mistake with
                {
                    Path = Id,
                };
            }
        }
    }

    private protected override bool IsInStoreTime(TriggerIndexingContext context) =>
        context.Get(InStoreTime) && Kind(context) is "groups" or "stores";

    /// <summary>The one store it concerns; null for all.</summary>
    private protected virtual string? StoreOf(OccasionSearch search) => null;

    private static readonly Dictionary<string, object?> Nothing = [];

    private string Kind(TriggerIndexingContext context) =>
        context.Get(RunsFor)?.Trim().ToLowerInvariant() is { Length: > 0 } kind ? kind : "once";
}
