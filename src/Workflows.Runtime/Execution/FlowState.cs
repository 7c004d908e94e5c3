using System.Runtime.InteropServices;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>
/// The counters of one execution of a flowchart, in one array: the start node, then the visits of each node,
/// then for each connection twice its visits plus one when it was followed the last time.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct FlowState
{
    private readonly int[] _counters;
    private readonly int _connections;

    public FlowState(ActivityExecutionContext frame)
    {
        Frame = frame;
        _counters = frame.Flow!;
        var plans = frame.Node.Flow!;
        _connections = 1 + plans.NodeCount;
        Plan = plans.For(_counters[0]);
    }

    public ActivityExecutionContext Frame { get; }

    public FlowPlan Plan { get; }

    public static int[] Create(FlowPlans plans, int start)
    {
        var counters = new int[1 + plans.NodeCount + plans.Connections.Length];
        counters[0] = start;
        return counters;
    }

    public string IdOf(int node) => Frame.Node.Children[node].ActivityId;

    public void CountNode(int node) => _counters[1 + node]++;

    public void CountConnection(FlowConnection connection, bool isFollowed)
    {
        ref var counter = ref _counters[_connections + connection.Index];
        counter = ((counter >> 1) + 1) << 1 | (isFollowed ? 1 : 0);
    }

    public bool AreAllVisited(int node)
    {
        var visits = _counters[1 + node];
        foreach (var connection in Plan.ForwardInbound[node])
        {
            if (Visits(connection) <= visits)
            {
                return false;
            }
        }
        return true;
    }

    public bool IsAnyFollowed(int node)
    {
        var visits = _counters[1 + node];
        foreach (var connection in Plan.ForwardInbound[node])
        {
            // What was followed in an earlier round does not count.
            if (IsFollowed(connection) && Visits(connection) > visits)
            {
                return true;
            }
        }
        return false;
    }

    public bool AreAllFollowed(int node)
    {
        foreach (var connection in Plan.ForwardInbound[node])
        {
            if (!IsFollowed(connection))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether the target already ran in the round the connection belongs to.</summary>
    public bool IsStale(FlowConnection connection) => Visits(connection) <= _counters[1 + connection.Target];

    private int Visits(FlowConnection connection) => _counters[_connections + connection.Index] >> 1;

    private bool IsFollowed(FlowConnection connection) => (_counters[_connections + connection.Index] & 1) != 0;
}
