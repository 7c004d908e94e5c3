using System.Runtime.InteropServices;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>
/// The tokens of one execution of a token-based flowchart, in the array that otherwise holds its counters: for each connection
/// how many tokens lie on it, and how many that are still to come will be dropped.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TokenState
{
    private const int Most = 0x3FFF;
    private const int DropShift = 16;

    private readonly int[] _tokens;
    private readonly int _connections;

    public TokenState(ActivityExecutionContext frame)
    {
        var plans = frame.Node.Flow!;
        _tokens = frame.Flow!;
        _connections = 1 + plans.NodeCount;
        Plan = plans.For(_tokens[0]);
        Frame = frame;
    }

    public ActivityExecutionContext Frame { get; }

    public FlowPlan Plan { get; }

    public bool IsEmpty
    {
        get
        {
            foreach (var tokens in _tokens.AsSpan(_connections))
            {
                if ((tokens & Most) != 0)
                {
                    return false;
                }
            }
            return true;
        }
    }

    public bool Has(FlowConnection connection) => (At(connection) & Most) != 0;

    public void Add(FlowConnection connection)
    {
        ref var tokens = ref At(connection);
        tokens = (tokens & Most) < Most ? tokens + 1 : tokens;
    }

    /// <summary>Takes all tokens that lie before a node.</summary>
    public void Take(int node)
    {
        foreach (var connection in Plan.Inbound[node])
        {
            At(connection) &= ~Most;
        }
    }

    /// <summary>Forgets what lies before and behind a node.</summary>
    public void Clear(int node)
    {
        foreach (var connection in Plan.Inbound[node])
        {
            At(connection) = 0;
        }
        foreach (var connection in Plan.Outbound[node])
        {
            At(connection) = 0;
        }
    }

    public bool IsAwaited(int node)
    {
        foreach (var connection in Plan.Inbound[node])
        {
            if (Has(connection))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether the token that came over a connection was to be dropped.</summary>
    public bool Drops(FlowConnection connection)
    {
        ref var tokens = ref At(connection);
        if (tokens >> DropShift == 0)
        {
            return false;
        }
        tokens -= 1 << DropShift;
        return true;
    }

    /// <summary>The next token over a connection will be dropped.</summary>
    public void DropNext(FlowConnection connection)
    {
        ref var tokens = ref At(connection);
        tokens = tokens >> DropShift < Most ? tokens + (1 << DropShift) : tokens;
    }

    private ref int At(FlowConnection connection) => ref _tokens[_connections + connection.Index];
}
