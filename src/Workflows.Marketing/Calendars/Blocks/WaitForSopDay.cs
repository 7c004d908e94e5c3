using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// Waits for a day of a 1:1 SOP, counted from when the contact came into the journey: day 0 is that day (S0-41).
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Waits for a day of the 1:1 SOP, counted from the day the contact came into the journey.",
    DisplayName = "Wait for SOP day",
    Icon = "sop"
)]
[FlowNode(Due, Passed)]
public sealed class WaitForSopDay : Activity
{
    private const string Due = "Due";
    private const string Passed = "Passed";

    /// <summary>The day; 0 is the day of entry.</summary>
    [Input(
        Description = "The day: 0 is the day the contact came into the journey, 1 the next one.",
        DefaultValue = 1,
        Minimum = 0,
        Maximum = 3650,
        IsRequired = true
    )]
    public Input<int> Day { get; set; } = new(1);

    /// <summary>The time of day. The default is 10:00.</summary>
    [Input(Description = "The time of day, for example 10:00.", DefaultValue = "10:00")]
    public Input<string> Time { get; set; } = new("10:00");

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var zone = CalendarDesk.ZoneOf(context.Instance.Graph, context.GetService<CalendarDesk>());
        var time =
            DayTime.Read(Time.Get(context))
            ?? throw new FaultException("BadTime", $"'{Time.Get(context)}' is no time of day such as 10:00.");
        var day = DayTime.DayOf(context.Instance.CreatedAt, zone).AddDays(context.Get(Day));
        var due = DayTime.At(day, time, zone);
        if (due < context.Now)
        {
            return context.CompleteActivityWithOutcomesAsync(Passed);
        }

        context.CreateBookmark(new CreateBookmarkArgs { DueAt = due, Callback = ComeAsync });
        return default;
    }

    private ValueTask ComeAsync(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync(Due);
}
