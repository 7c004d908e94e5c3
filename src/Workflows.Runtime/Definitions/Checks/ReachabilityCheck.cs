using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>An activity of a flowchart that nothing leads to never runs.</summary>
internal sealed class ReachabilityCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (node.Flow is { DefaultStart: >= 0 } plans)
            {
                Check(node, plans, found);
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static void Check(GraphNode flowchart, FlowPlans plans, List<Diagnostic> found)
    {
        var starts = flowchart
            .Children.Where(child =>
                child.Ordinal == plans.DefaultStart || child.Activity is Trigger { CanStartWorkflow: true }
            )
            .Select(child => plans.For(child.Ordinal))
            .ToList();
        foreach (var child in flowchart.Children)
        {
            if (!starts.Exists(plan => plan.IsReached(child.Ordinal)))
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.Unreachable,
                        $"Nothing leads to '{child.ActivityId}': it never runs.",
                        child.ActivityId,
                        Remedy: "Connect it, or delete it.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
        }
    }
}
