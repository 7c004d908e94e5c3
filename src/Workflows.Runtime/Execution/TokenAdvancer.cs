using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>The decisions of a token-based flowchart. It is complete when nothing of it is left and no token lies on a connection.</summary>
internal static class TokenAdvancer
{
    public static ValueTask ChildCompletedAsync(
        ActivityExecutionContext flowchart,
        ActivityExecutionContext child,
        Outcomes outcomes
    )
    {
        var state = new TokenState(flowchart);
        var taken = Taken(state.Plan.Outbound[child.Node.Ordinal], outcomes);
        foreach (var connection in taken)
        {
            state.Add(connection);
        }
        state.Take(child.Node.Ordinal);
        foreach (var connection in taken)
        {
            Arrive(state, connection);
        }
        return CompleteIfIdle(state);
    }

    public static ValueTask ChildCanceledAsync(ActivityExecutionContext flowchart, ActivityExecutionContext child)
    {
        var state = new TokenState(flowchart);
        state.Clear(child.Node.Ordinal);
        return CompleteIfIdle(state);
    }

    /// <summary>The connections that are followed; one that is drawn twice counts once.</summary>
    private static List<FlowConnection> Taken(FlowConnection[] outbound, Outcomes outcomes)
    {
        var taken = new List<FlowConnection>(outbound.Length);
        foreach (var connection in outbound)
        {
            if (
                outcomes.Contains(connection.Port)
                && !taken.Exists(other =>
                    other.Target == connection.Target
                    && string.Equals(other.Port, connection.Port, StringComparison.Ordinal)
                )
            )
            {
                taken.Add(connection);
            }
        }
        return taken;
    }

    private static void Arrive(TokenState state, FlowConnection connection)
    {
        var target = connection.Target;
        switch (ModeOf(state.Frame, target))
        {
            case MergeMode.Merge:
                ScheduleIf(state, target, HasAll(state, state.Plan.ForwardInbound[target]));
                break;
            case MergeMode.Converge:
                ScheduleIf(state, target, HasAll(state, state.Plan.Inbound[target]));
                break;
            case MergeMode.Cascade:
                ComeFirst(state, connection);
                break;
            case MergeMode.Race:
                CancelAncestors(state, target);
                ComeFirst(state, connection);
                break;
            default:
                var isAwaited = Array.Exists(
                    state.Plan.ForwardInbound[target],
                    inbound => state.IsAwaited(inbound.Source)
                );
                ScheduleIf(state, target, !isAwaited);
                break;
        }
    }

    private static bool HasAll(TokenState state, FlowConnection[] inbound) =>
        inbound.Length <= 1 || Array.TrueForAll(inbound, state.Has);

    private static void ComeFirst(TokenState state, FlowConnection connection)
    {
        if (state.Drops(connection))
        {
            return;
        }
        ScheduleIf(state, connection.Target, isReady: true);
        foreach (var other in state.Plan.ForwardInbound[connection.Target])
        {
            if (other.Source != connection.Source)
            {
                state.DropNext(other);
            }
        }
    }

    /// <summary>Who already waits on the way to the target is given up; who is still to start is not.</summary>
    private static void CancelAncestors(TokenState state, int target)
    {
        var ancestors = state.Plan.AncestorsOf(target);
        foreach (var frame in state.Frame.Instance.Frames.ToArray())
        {
            if (
                ReferenceEquals(frame.Parent, state.Frame)
                && ancestors[frame.Node.Ordinal]
                && frame.Status is ActivityStatus.Running or ActivityStatus.Faulted
                && !frame.IsCompleting
            )
            {
                Advancer.Cancel(frame);
                state.Clear(frame.Node.Ordinal);
            }
        }
    }

    private static MergeMode ModeOf(ActivityExecutionContext flowchart, int target) =>
        flowchart.Node.Children[target].Activity is FlowJoin join
            ? join.Mode.GetAhead(flowchart) == FlowJoinMode.WaitAny
                ? MergeMode.Race
                : MergeMode.Converge
            : flowchart.Node.Flow!.Merges![target];

    private static void ScheduleIf(TokenState state, int target, bool isReady)
    {
        if (isReady)
        {
            var flowchart = state.Frame;
            Advancer.Schedule(
                flowchart.Instance,
                flowchart.Node.Children[target],
                flowchart,
                flowchart.Node.Activity.ChildCallback
            );
        }
    }

    private static ValueTask CompleteIfIdle(TokenState state) =>
        state.IsEmpty ? FlowAdvancer.CompleteIfIdle(state.Frame) : default;
}
