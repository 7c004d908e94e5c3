using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits until the contact has finished enough lessons of a course or a training camp (课程, 训练营, S0-30): each lesson counts once.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits until the contact has finished enough lessons of a course or a training camp; each lesson counts once.",
    DisplayName = "Course or training camp",
    Icon = "course"
)]
[FlowNode(Reached, TimedOut)]
public sealed class CourseTask : ProgressTask
{
    /// <summary>The course, where there are several.</summary>
    [Input(Description = "Which course or camp, as events name it in course. Empty: any.", Order = 1)]
    public Input<string?> Course { get; set; } = default!;

    /// <summary>How many lessons. The default is 3.</summary>
    [Input(Description = "How many lessons.", DefaultValue = 3, Minimum = 1, Maximum = 366, Order = 2)]
    public Input<int> Lessons { get; set; } = new(3);

    private protected override string EventType => "lesson.finished";

    private protected override string Word => "course";

    private protected override Input<string?> Which => Course;

    private protected override int GoalOf(ActivityExecutionContext context) => Lessons.Get(context);

    private protected override string? StepOf(ActivityExecutionContext context, ContactEvent told)
    {
        var facts = EventFacts.Of(told);
        var wanted = context.Get(Course)?.Trim() ?? "";
        return
            facts["lesson"] is { Length: > 0 } lesson
            && (wanted.Length == 0 || wanted.Equals(facts["course"], StringComparison.Ordinal))
            ? lesson
            : null;
    }
}
