using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>A calendar that comes round at one time of day at most once a day.</summary>
public abstract class TimedCalendarTrigger : CalendarTrigger
{
    private static readonly TimeOnly Nine = new(9, 0);

    private protected TimedCalendarTrigger() { }

    /// <summary>The time of day. The default is 09:00.</summary>
    [Input(
        Description = "The time of day, for example 09:00.",
        DefaultValue = "09:00",
        Category = "Calendar",
        Order = 80
    )]
    public Input<string> Time { get; set; } = new("09:00");

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        if (DayTime.Read(context.Get(Time)) is null)
        {
            yield return Mistake(
                $"'{context.Get(Time)}' is no time of day.",
                "Write hours and minutes, such as 09:00."
            );
        }
    }

    private protected override IReadOnlyList<Slot> SlotsOf(TriggerIndexingContext context) =>
        [new Slot(DayTime.Read(context.Get(Time)) ?? Nine, "")];
}
