using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>Merge modes that have no effect, and those that leave an instance waiting for ever.</summary>
internal sealed class MergeModeCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (node.Flow is { Merges: { } merges, DefaultStart: >= 0 } plans)
            {
                var plan = plans.For(plans.DefaultStart);
                found.AddRange(
                    node.Children.SelectMany(child => CheckTokens(node, plan, child, merges[child.Ordinal]))
                );
            }
            else if (node.Parent?.Flow?.Merges is null && NamedMode(node) is { Length: > 0 } mode)
            {
                found.Add(
                    Warn(
                        node,
                        $"The merge mode '{mode}' of '{node.ActivityId}' has no effect: it waits for every branch that was taken.",
                        "Put a join before it and choose there what it waits for, or give the workflow the custom property flowchartMode: TokenBased."
                    )
                );
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static IEnumerable<Diagnostic> CheckTokens(
        GraphNode flowchart,
        FlowPlan plan,
        GraphNode node,
        MergeMode mode
    )
    {
        var needsAll = node.Activity is FlowJoin join
            ? !join.Mode.IsConstant || join.Mode.GetStatic() != FlowJoinMode.WaitAny
            : mode is MergeMode.Merge or MergeMode.Converge;
        var takesFirst = node.Activity is FlowJoin ? !needsAll : mode is MergeMode.Cascade or MergeMode.Race;
        if (plan.ForwardInbound[node.Ordinal].Length < 2)
        {
            yield break;
        }
        var before = plan.AncestorsOf(node.Ordinal);
        if (
            needsAll && Array.Find(flowchart.Children, other => before[other.Ordinal] && Decides(other)) is { } decision
        )
        {
            yield return Warn(
                node,
                $"'{node.ActivityId}' waits for a token on every way into it, but '{decision.ActivityId}' may not take all of them: the instance would wait for ever.",
                "Choose the merge mode Stream, which waits only for what is on its way."
            );
        }
        if (
            takesFirst
            && Array.Find(
                flowchart.Children,
                other => before[other.Ordinal] && WaitingActivities.MayWait(other.Activity)
            )
                is { } waiting
        )
        {
            yield return Warn(
                node,
                $"When '{waiting.ActivityId}' goes on after '{node.ActivityId}' has run, its token is dropped and the instance never ends.",
                "Choose the merge mode Stream, or let flowcharts count and use a join that waits for any."
            );
        }
    }

    /// <summary>Whether an activity may leave one of its ways untaken.</summary>
    private static bool Decides(GraphNode node) =>
        node.Activity is not FlowFork && OutcomeCheck.OutcomesOf(node.Activity) is not { Count: 1 };

    private static string? NamedMode(GraphNode node) =>
        node.Activity.CustomProperties is { } custom ? custom.Member("mergeMode").AsText() : null;

    private static Diagnostic Warn(GraphNode node, string message, string remedy) =>
        new(WorkflowCodes.MergeMode, message, node.ActivityId, Remedy: remedy, Severity: DiagnosticSeverity.Warning);
}
