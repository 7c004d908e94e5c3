using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Data;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>Endings that reach further, or less far, than they look.</summary>
internal sealed class EndingCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (node.Activity is Complete && IsNested(node))
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.CompletesWorkflow,
                        $"'{node.ActivityId}' completes the whole workflow, not only the container it stands in.",
                        node.ActivityId,
                        Remedy: "Use End to leave only the container.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
            else if (node.Activity is Fault && graph.IncidentStrategy == IncidentStrategy.ContinueWithIncidents)
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.WaitsForEver,
                        $"After '{node.ActivityId}' the instance goes on waiting for it: with this incident strategy a failed activity never completes, and nor does what is around it.",
                        node.ActivityId,
                        Remedy: "Use the strategy that ends the instance, or an operator has to end each one.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static bool IsNested(GraphNode node) =>
        node.Parent is { Activity: not Activities.Composite, Parent.Activity: not Activities.Composite };
}
