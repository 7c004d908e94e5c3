using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Execution;

/// <summary>What activities with several children at once have in common.</summary>
internal static class Branches
{
    /// <summary>Schedules all; without any the activity is complete.</summary>
    public static ValueTask ScheduleAllAsync(
        ActivityExecutionContext context,
        IEnumerable<IActivity?> activities,
        ActivityCompletionCallback callback
    )
    {
        var any = false;
        foreach (var activity in activities)
        {
            if (activity is Activity { Node: { } node })
            {
                Advancer.Schedule(context.Instance, node, context, callback);
                any = true;
            }
        }
        return any ? default : context.CompleteActivityAsync();
    }

    /// <summary>Gives up all children but one, scheduled ones included.</summary>
    public static void GiveUpAllBut(ActivityExecutionContext context, ActivityExecutionContext? winner)
    {
        foreach (
            var child in context.Instance.Frames.FindAll(frame =>
                ReferenceEquals(frame.Parent, context) && !ReferenceEquals(frame, winner)
            )
        )
        {
            if (child.Status == ActivityStatus.Pending)
            {
                Advancer.Unschedule(child);
            }
            else
            {
                Advancer.Cancel(child);
            }
        }
    }

    /// <summary>Completes the activity unless a child of it is scheduled, running or faulted.</summary>
    public static ValueTask CompleteWhenAllDoneAsync(ActivityExecutionContext context)
    {
        foreach (var frame in context.Instance.Frames)
        {
            if (ReferenceEquals(frame.Parent, context))
            {
                return default;
            }
        }
        return context.CompleteActivityAsync();
    }
}
