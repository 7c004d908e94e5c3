using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Days;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Begins the journey on every member day (S2-39, S4-36).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey on every member day: a day of the month or of the week that customers get used to.",
    DisplayName = "Member day",
    Icon = "calendar",
    Kind = ActivityKind.Trigger
)]
public sealed class MemberDay : AudienceCalendarTrigger
{
    /// <summary>When it falls. The default is the 18th of each month.</summary>
    [Input(
        DisplayName = "Falls on",
        Description = "When it falls: day 18, day last, friday, 2nd friday, last friday; several with commas between them.",
        DefaultValue = "day 18",
        IsRequired = true,
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> FallsOn { get; set; } = new("day 18");

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        if (DayRuleText.Read(context.Get(FallsOn)) is null)
        {
            yield return MarketingCalendarJson.BadRule(context.Get(FallsOn), Id);
        }
    }

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    ) =>
        DayRuleText.Read(context.Get(FallsOn))?.Falls(day) == true
            ? Tell($"{day:O}@{zone.Id}", zone.Id, dueAt, day, zone, context.Get(RunsFor) ?? "Once")
            : null;
}
