namespace Workflows.Runtime.Definitions;

/// <summary>The plans of one flowchart: one for each node it may start at, made when first needed.</summary>
internal sealed class FlowPlans(
    int nodeCount,
    FlowConnection[] connections,
    int defaultStart,
    MergeMode[]? merges = null
)
{
    private readonly FlowPlan?[] _plans = new FlowPlan?[nodeCount];

    public int NodeCount => nodeCount;

    public FlowConnection[] Connections => connections;

    /// <summary>Where it starts unless a trigger says otherwise; -1 when it holds nothing.</summary>
    public int DefaultStart => defaultStart;

    /// <summary>By node: which tokens it waits for; null for a flowchart that counts.</summary>
    public MergeMode[]? Merges => merges;

    public FlowPlan For(int start) => _plans[start] ??= FlowPlan.Create(nodeCount, connections, start);
}
