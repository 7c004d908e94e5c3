using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Begins the journey some days before, on or after a marked day of the marketing calendar (S2-38).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey before, on or after a day of the marketing calendar: a solar term, a holiday, a day of the trade, an anniversary.",
    DisplayName = "Calendar day",
    Icon = "calendar",
    Kind = ActivityKind.Trigger
)]
public sealed class CalendarDay : AudienceCalendarTrigger
{
    /// <summary>The code of the marked day.</summary>
    [Input(
        Description = "The day of the marketing calendar, for example term-qingming or mid-autumn.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(CalendarDayOptions),
        IsRequired = true,
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> Day { get; set; } = default!;

    /// <summary>How many days before it; negative for days after it. The default is 0.</summary>
    [Input(
        DisplayName = "Days before",
        Description = "How many days before the day; negative for days after it.",
        DefaultValue = 0,
        Minimum = -366,
        Maximum = 366,
        Category = "Calendar",
        Order = 61
    )]
    public Input<int> DaysBefore { get; set; } = new(0);

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        var calendar = DeskOf(context)?.Calendar ?? MarketingCalendar.Standard;
        if (context.Get(Day) is { Length: > 0 } code && calendar.Find(code) is null)
        {
            yield return Mistake(
                $"The marketing calendar has no day '{code}'.",
                "Choose one of its days, or add the day to the calendar."
            );
        }
    }

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    )
    {
        var calendar = DeskOf(context)?.Calendar ?? MarketingCalendar.Standard;
        var before = context.Get(DaysBefore);
        var on = day.AddDays(before);
        return calendar.Find(context.Get(Day)) is { } marked && calendar.Falls(marked, on)
            ? Tell(
                $"{day:O}@{zone.Id}",
                zone.Id,
                dueAt,
                day,
                zone,
                context.Get(RunsFor) ?? "Once",
                ("day", marked.Code),
                ("dayDate", on.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
                ("name", marked.Zh),
                ("nameEn", marked.En),
                ("daysBefore", before),
                ("years", marked.Since is { } since ? on.Year - since : null),
                ("keptBy", marked.Store)
            )
            : null;
    }

    private protected override string? StoreOf(OccasionSearch search) => search.Occasion.Input["keptBy"] as string;
}
