namespace Workflows.Runtime.Definitions;

/// <summary>
/// A flowchart seen from one start node: which connections lead forward, which back, and whether a way back is a proper loop
/// (its target lies on every path from the start to its source).
/// </summary>
internal sealed class FlowPlan
{
    private readonly bool[] _isForward;
    private readonly bool[] _isProperLoop;
    private readonly bool[] _isReached;
    private readonly bool[]?[] _ancestors;

    private FlowPlan(
        int start,
        bool[] isForward,
        bool[] isProperLoop,
        bool[] isReached,
        FlowConnection[][] outbound,
        FlowConnection[][] inbound,
        FlowConnection[][] forwardInbound
    )
    {
        Start = start;
        _isForward = isForward;
        _isProperLoop = isProperLoop;
        _isReached = isReached;
        Outbound = outbound;
        Inbound = inbound;
        ForwardInbound = forwardInbound;
        _ancestors = new bool[]?[outbound.Length];
    }

    public int Start { get; }

    /// <summary>By node: all connections that leave it, in document order.</summary>
    public FlowConnection[][] Outbound { get; }

    /// <summary>By node: all connections that enter it.</summary>
    public FlowConnection[][] Inbound { get; }

    /// <summary>By node: the forward connections that enter it.</summary>
    public FlowConnection[][] ForwardInbound { get; }

    public bool IsForward(FlowConnection connection) => _isForward[connection.Index];

    public bool IsProperLoop(FlowConnection connection) => _isProperLoop[connection.Index];

    /// <summary>Whether a node is the start or lies on a forward path from it.</summary>
    public bool IsReached(int node) => _isReached[node];

    /// <summary>By node: whether it lies on a forward path to the given one.</summary>
    public bool[] AncestorsOf(int node) => _ancestors[node] ??= FindAncestors(node);

    public static FlowPlan Create(int nodeCount, FlowConnection[] connections, int start)
    {
        var outbound = Group(nodeCount, connections, connection => connection.Source);
        var isForward = FindForward(nodeCount, connections, outbound, start);
        var forward = connections.Where(connection => isForward[connection.Index]).ToArray();
        var inbound = Group(nodeCount, connections, connection => connection.Target);
        var forwardInbound = Group(nodeCount, forward, connection => connection.Target);
        var forwardOutbound = Group(nodeCount, forward, connection => connection.Source);
        var isReached = new bool[nodeCount];
        isReached[start] = true;
        foreach (var connection in forward)
        {
            isReached[connection.Target] = true;
        }
        var isProperLoop = new bool[connections.Length];
        foreach (var connection in connections)
        {
            isProperLoop[connection.Index] =
                !isForward[connection.Index] && Dominates(forwardOutbound, start, connection.Target, connection.Source);
        }
        return new FlowPlan(start, isForward, isProperLoop, isReached, outbound, inbound, forwardInbound);
    }

    /// <summary>Walks breadth first from the start; a connection that would close a circle over those already taken leads back.</summary>
    private static bool[] FindForward(
        int nodeCount,
        FlowConnection[] connections,
        FlowConnection[][] outbound,
        int start
    )
    {
        var isForward = new bool[connections.Length];
        var visited = new bool[nodeCount];
        var taken = new HashSet<(int, int)>();
        var successors = new List<int>[nodeCount];
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (queue.TryDequeue(out var source))
        {
            visited[source] = true;
            foreach (var connection in outbound[source])
            {
                var target = connection.Target;
                if (taken.Contains((source, target)) || HasPath(successors, target, source))
                {
                    continue;
                }
                taken.Add((source, target));
                (successors[source] ??= []).Add(target);
                if (!visited[target])
                {
                    queue.Enqueue(target);
                }
            }
        }
        foreach (var connection in connections)
        {
            isForward[connection.Index] = taken.Contains((connection.Source, connection.Target));
        }
        return isForward;
    }

    private static bool HasPath(List<int>[] successors, int from, int to)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>();
        stack.Push(from);
        while (stack.TryPop(out var node))
        {
            if (node == to)
            {
                return true;
            }
            if (seen.Add(node))
            {
                foreach (var next in successors[node] ?? [])
                {
                    stack.Push(next);
                }
            }
        }
        return false;
    }

    /// <summary>Whether every forward path from the start to a node passes another one.</summary>
    private static bool Dominates(FlowConnection[][] forwardOutbound, int start, int dominator, int node)
    {
        if (dominator == start || dominator == node)
        {
            return true;
        }
        var seen = new HashSet<int> { dominator };
        var stack = new Stack<int>();
        stack.Push(start);
        while (stack.TryPop(out var current))
        {
            if (current == node)
            {
                return false;
            }
            if (seen.Add(current))
            {
                foreach (var connection in forwardOutbound[current])
                {
                    stack.Push(connection.Target);
                }
            }
        }
        return true;
    }

    private static FlowConnection[][] Group(int nodeCount, FlowConnection[] connections, Func<FlowConnection, int> key)
    {
        var groups = new FlowConnection[nodeCount][];
        for (var node = 0; node < nodeCount; node++)
        {
            groups[node] = [.. connections.Where(connection => key(connection) == node)];
        }
        return groups;
    }

    private bool[] FindAncestors(int node)
    {
        var ancestors = new bool[Outbound.Length];
        var stack = new Stack<int>();
        stack.Push(node);
        while (stack.TryPop(out var current))
        {
            foreach (var connection in ForwardInbound[current])
            {
                if (!ancestors[connection.Source])
                {
                    ancestors[connection.Source] = true;
                    stack.Push(connection.Source);
                }
            }
        }
        return ancestors;
    }
}
