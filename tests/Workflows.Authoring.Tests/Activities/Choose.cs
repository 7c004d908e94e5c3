using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Two embedded activities, one of which runs; completes in a callback.</summary>
public class Choose : Activity
{
    public Input<bool> Condition { get; set; } = default!;

    [Port]
    public IActivity? Then { get; set; }

    [Port]
    public IActivity? Else { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var next = context.Get(Condition) ? Then : Else;
        await context.ScheduleActivityAsync(next, OnChildCompleted);
    }

    private async ValueTask OnChildCompleted(ActivityCompletedContext context)
    {
        await context.CompleteActivityAsync();
    }
}
