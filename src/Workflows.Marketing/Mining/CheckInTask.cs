using System.Globalization;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits until the contact has checked in on enough days (打卡, S0-30): each day counts once.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits until the contact has checked in on enough days; each day counts once. Who gets there shows intent.",
    DisplayName = "Check-in task",
    Icon = "check-in"
)]
[FlowNode(Reached, TimedOut)]
public sealed class CheckInTask : ProgressTask
{
    /// <summary>The task, where there are several.</summary>
    [Input(DisplayName = "Check-in", Description = "Which check-in, as events name it in task. Empty: any.", Order = 1)]
    public Input<string?> Task { get; set; } = default!;

    /// <summary>On how many days. The default is 7.</summary>
    [Input(Description = "On how many days.", DefaultValue = 7, Minimum = 1, Maximum = 366, Order = 2)]
    public Input<int> Days { get; set; } = new(7);

    private protected override string EventType => "checkin.completed";

    private protected override string Word => "check-in";

    private protected override Input<string?> Which => Task;

    private protected override int GoalOf(ActivityExecutionContext context) => Days.Get(context);

    private protected override string? StepOf(ActivityExecutionContext context, ContactEvent told)
    {
        var wanted = context.Get(Task)?.Trim() ?? "";
        if (wanted.Length > 0 && !wanted.Equals(EventFacts.Of(told)["task"], StringComparison.Ordinal))
        {
            return null;
        }

        var zone = CalendarDesk.ZoneOf(context.Instance.Graph, context.GetService<CalendarDesk>());
        return DayTime.DayOf(told.At, zone).ToString("O", CultureInfo.InvariantCulture);
    }
}
