using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>Elsa's token mode lets connections say how branches merge; here joins say it.</summary>
internal sealed class MergeModeCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (
                node.Activity.CustomProperties is { } custom
                && custom.Member("mergeMode").AsText() is { Length: > 0 } mode
            )
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.MergeMode,
                        $"The merge mode '{mode}' of '{node.ActivityId}' has no effect here: it waits for every branch that was taken.",
                        node.ActivityId,
                        Remedy: "Put a join before it and choose there what it waits for.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }
}
