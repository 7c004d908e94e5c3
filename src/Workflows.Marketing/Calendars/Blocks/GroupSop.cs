using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Days;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// Begins the journey of each customer group at the slots of a day, on the clocks of the group's store (S0-34). Each slot is
/// a way out.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey of each customer group at the slots of the day, on the clocks of the group's store; each slot is a way out.",
    DisplayName = "Group SOP",
    Icon = "sop",
    Kind = ActivityKind.Trigger
)]
public sealed class GroupSop : CalendarTrigger, IDynamicOutcomes
{
    private static readonly string[] Usual = ["08:00 breakfast", "15:00 flash"];

    /// <summary>The slots. The default is breakfast at 08:00 and a flash sale at 15:00.</summary>
    [Input(
        Description = "The slots of the day: a time and a name each, for example 08:00 breakfast. Each is a way out.",
        UIHint = InputUIHints.DynamicOutcomes,
        DefaultValue = new[] { "08:00 breakfast", "15:00 flash" },
        Category = "Calendar",
        Order = 60
    )]
    public Input<ICollection<string>> Slots { get; set; } = new(Usual);

    /// <summary>On which days. The default is daily.</summary>
    [Input(
        DisplayName = "On days",
        Description = "On which days: daily, workdays, days off, or for example friday, day 18.",
        DefaultValue = "daily",
        Category = "Calendar",
        Order = 61
    )]
    public Input<string> OnDays { get; set; } = new("daily");

    /// <summary>Which groups, by purpose. The default is communities.</summary>
    [Input(
        DisplayName = "Group purpose",
        Description = "Which customer groups, by what they are for.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "Community", "Drainage", "GroupBuy", "Flash", "Service" },
        DefaultValue = new[] { "Community" },
        Category = "Calendar",
        Order = 62
    )]
    public Input<ICollection<string>> Purposes { get; set; } = new(["Community"]);

    /// <summary>The one store whose groups it is for; empty for all.</summary>
    [Input(
        Description = "The store whose groups it is for. Empty: groups of all stores and of none.",
        Category = "Calendar",
        Order = 63
    )]
    public Input<string?> Store { get; set; } = default!;

    /// <inheritdoc/>
    public IReadOnlyList<string>? GetPossibleOutcomes() =>
        Slots switch
        {
            { Source: { Type: "Object" or "Json" or "Literal" } source } => Coerce.To<List<string>>(source.Text),
            { Source: null } => Usual,
            _ => null,
        };

    /// <inheritdoc/>
    protected override ValueTask<OccasionPage> FindAsync(OccasionSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var store = search.Context.Get(Store)?.Trim();
        var places = new PlaceAudience(Desk(search), isInStoreTime: true, string.IsNullOrEmpty(store) ? null : store);
        return places.GroupsAsync(search, [.. search.Context.Get(Purposes) ?? []], cancellationToken);
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        var lines = context.Get(Slots) ?? [];
        foreach (var line in lines.Where(line => Slot.Read(line) is null))
        {
            yield return Mistake($"'{line}' is no slot.", "Write a time and a name, such as 08:00 breakfast.");
        }

        if (lines.Count == 0)
        {
            yield return Mistake("There is no slot.", "Write a time and a name, such as 08:00 breakfast.");
        }

        foreach (
            var repeated in Read(lines)
                .GroupBy(slot => slot.Name, StringComparer.OrdinalIgnoreCase)
                .Where(slots => slots.Count() > 1)
        )
        {
            yield return Mistake($"The slot '{repeated.Key}' is there twice.", "Give each slot a name of its own.");
        }

        if (context.Graph.Entry.Reentry != Reentry.Always)
        {
            yield return new Diagnostic(
                "CAL011",
                "A slot does not start for a group as long as its earlier slot is under way.",
                Id,
                Remedy: "Set entry.reentry of the journey to always.",
                Severity: DiagnosticSeverity.Warning
            );
        }

        if (!IsDays(context.Get(OnDays)))
        {
            yield return MarketingCalendarJson.BadRule(context.Get(OnDays), Id);
        }
    }

    private protected override IReadOnlyList<Slot> SlotsOf(TriggerIndexingContext context) =>
        [.. Read(context.Get(Slots))];

    private protected override bool IsInStoreTime(TriggerIndexingContext context) => true;

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    ) =>
        Falls(context, day)
            ? Tell(
                $"{day:O}T{slot.Time.ToString("HHmm", CultureInfo.InvariantCulture)}@{zone.Id}",
                zone.Id,
                dueAt,
                day,
                zone,
                "Groups",
                ("slot", slot.Name),
                ("time", slot.Time.ToString("HH:mm", CultureInfo.InvariantCulture))
            )
            : null;

    private protected override ValueTask LeaveAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(context.WorkflowInput.GetValueOrDefault("slot") as string ?? "Done");

    private static IEnumerable<Slot> Read(ICollection<string>? lines) => (lines ?? []).Select(Slot.Read).OfType<Slot>();

    private static bool IsDays(string? text) =>
        text?.Trim().ToLowerInvariant() is "workdays" or "days off" || DayRuleText.Read(text) is not null;

    private bool Falls(TriggerIndexingContext context, DateOnly day)
    {
        var calendar = DeskOf(context)?.Calendar ?? MarketingCalendar.Standard;
        var text = context.Get(OnDays);
        return text?.Trim().ToLowerInvariant() switch
        {
            "workdays" => calendar.IsWorkday(day),
            "days off" => !calendar.IsWorkday(day),
            _ => DayRuleText.Read(text)?.Falls(day) == true,
        };
    }
}
