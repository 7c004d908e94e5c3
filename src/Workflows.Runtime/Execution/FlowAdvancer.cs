using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>
/// The decisions of a flowchart. Every connection counts how often its source was passed and whether it was followed the last time;
/// a node with several forward connections waits until all of them were visited in this round. A node none of them leads to is passed over:
/// its own connections count as visited and not followed, so that joins behind it do not wait for ever.
/// </summary>
internal static class FlowAdvancer
{
    public static ValueTask StartAsync(ActivityExecutionContext flowchart)
    {
        var plans = flowchart.Node.Flow!;
        var start = StartOf(flowchart, plans);
        if (start < 0)
        {
            return flowchart.CompleteActivityAsync();
        }
        flowchart.Flow = FlowState.Create(plans, start);
        ScheduleNode(flowchart, start);
        return default;
    }

    public static ValueTask ChildCompletedAsync(
        ActivityExecutionContext flowchart,
        ActivityExecutionContext child,
        Outcomes? outcomes
    )
    {
        if (child.Status != ActivityStatus.Completed)
        {
            return default;
        }
        if (child.Node.Activity is ITerminal)
        {
            return flowchart.CompleteActivityAsync();
        }
        if (flowchart.Node.Flow!.Merges is not null)
        {
            return TokenAdvancer.ChildCompletedAsync(flowchart, child, outcomes ?? Outcomes.Default);
        }
        var state = new FlowState(flowchart);
        Pass(state, child.Node.Ordinal, outcomes ?? Outcomes.Default, child.CameBack);
        return CompleteIfIdle(flowchart);
    }

    /// <summary>A cancelled node is passed over, unless the flowchart has nothing left to do at all.</summary>
    public static ValueTask ChildCanceledAsync(ActivityExecutionContext flowchart, ActivityExecutionContext child)
    {
        if (flowchart.Node.Flow!.Merges is not null)
        {
            return TokenAdvancer.ChildCanceledAsync(flowchart, child);
        }
        var state = new FlowState(flowchart);
        if (state.Plan.IsReached(child.Node.Ordinal))
        {
            Pass(state, child.Node.Ordinal, Outcomes.Empty, cameBack: false);
        }
        return CompleteIfIdle(flowchart);
    }

    private static int StartOf(ActivityExecutionContext flowchart, FlowPlans plans)
    {
        if (flowchart.Burst.TriggerActivityId is { } trigger)
        {
            foreach (var child in flowchart.Node.Children)
            {
                if (string.Equals(child.ActivityId, trigger, StringComparison.Ordinal))
                {
                    return child.Ordinal;
                }
            }
        }
        return plans.DefaultStart;
    }

    private static void Pass(FlowState state, int node, Outcomes outcomes, bool cameBack)
    {
        if (!cameBack)
        {
            state.CountNode(node);
        }
        foreach (var connection in state.Plan.Outbound[node])
        {
            var isFollowed = outcomes.Contains(connection.Port);
            state.CountConnection(connection, isFollowed);
            if (state.Plan.IsForward(connection))
            {
                Reach(state, connection);
            }
            else if (isFollowed)
            {
                GoBack(state, connection);
            }
        }
    }

    private static void GoBack(FlowState state, FlowConnection connection)
    {
        if (!state.Plan.IsProperLoop(connection))
        {
            throw new FaultException(
                "InvalidBackwardConnection",
                $"The connection from '{state.IdOf(connection.Source)}' back to '{state.IdOf(connection.Target)}' jumps into a branch: "
                    + "there is a way from the start to the former that does not pass the latter."
            );
        }
        ScheduleNode(state.Frame, connection.Target).CameBack = true;
    }

    private static void Reach(FlowState state, FlowConnection connection)
    {
        switch (JoinModeOf(state.Frame, connection.Target))
        {
            case FlowJoinMode.WaitAny:
                ReachAny(state, connection);
                break;
            case FlowJoinMode.WaitAll:
                ReachAll(state, connection.Target, state.AreAllFollowed(connection.Target));
                break;
            default:
                ReachAll(state, connection.Target, state.IsAnyFollowed(connection.Target));
                break;
        }
    }

    private static void ReachAll(FlowState state, int target, bool runs)
    {
        if (!state.AreAllVisited(target))
        {
            return;
        }
        if (runs)
        {
            ScheduleNode(state.Frame, target);
        }
        else
        {
            Pass(state, target, Outcomes.Empty, cameBack: false);
        }
    }

    private static void ReachAny(FlowState state, FlowConnection connection)
    {
        var target = connection.Target;
        if (state.IsStale(connection) || IsScheduled(state.Frame, target))
        {
            return;
        }
        if (state.IsAnyFollowed(target))
        {
            ScheduleNode(state.Frame, target);
            CancelAncestors(state, target);
        }
        else if (state.AreAllVisited(target))
        {
            Pass(state, target, Outcomes.Empty, cameBack: false);
        }
    }

    /// <summary>Whoever was still on the way to a join that has its one answer is given up.</summary>
    private static void CancelAncestors(FlowState state, int target)
    {
        var ancestors = state.Plan.AncestorsOf(target);
        var frames = state.Frame.Instance.Frames;
        for (var index = 0; index < frames.Count; index++)
        {
            var frame = frames[index];
            if (!ReferenceEquals(frame.Parent, state.Frame) || !ancestors[frame.Node.Ordinal])
            {
                continue;
            }
            if (frame.Status == ActivityStatus.Pending || frame.IsCompleting)
            {
                frame.MayNotWait = true;
                continue;
            }
            Advancer.Cancel(frame);
            if (state.Plan.IsReached(frame.Node.Ordinal))
            {
                Pass(state, frame.Node.Ordinal, Outcomes.Empty, cameBack: false);
            }
            // Cancelling removed this and maybe other executions: look again from the start.
            index = -1;
        }
    }

    private static FlowJoinMode JoinModeOf(ActivityExecutionContext flowchart, int target) =>
        flowchart.Node.Children[target].Activity is FlowJoin join
            ? join.Mode.GetAhead(flowchart)
            : FlowJoinMode.WaitAllActive;

    private static ActivityExecutionContext ScheduleNode(ActivityExecutionContext flowchart, int node) =>
        Advancer.Schedule(
            flowchart.Instance,
            flowchart.Node.Children[node],
            flowchart,
            flowchart.Node.Activity.ChildCallback
        );

    private static bool IsScheduled(ActivityExecutionContext flowchart, int node)
    {
        foreach (var frame in flowchart.Instance.Frames)
        {
            if (
                frame.Status == ActivityStatus.Pending
                && ReferenceEquals(frame.Parent, flowchart)
                && frame.Node.Ordinal == node
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A flowchart is complete when nothing of it is scheduled, running or faulted.</summary>
    internal static ValueTask CompleteIfIdle(ActivityExecutionContext flowchart)
    {
        foreach (var frame in flowchart.Instance.Frames)
        {
            if (ReferenceEquals(frame.Parent, flowchart))
            {
                return default;
            }
        }
        return flowchart.CompleteActivityAsync();
    }
}
