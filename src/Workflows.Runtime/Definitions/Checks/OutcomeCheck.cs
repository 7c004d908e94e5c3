using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Flow;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>A connection that follows an outcome its activity never has leads nowhere, silently.</summary>
internal sealed class OutcomeCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            foreach (var connection in node.Flow?.Connections ?? [])
            {
                Check(node.Children[connection.Source], connection.Port, found);
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static void Check(GraphNode source, string port, List<Diagnostic> found)
    {
        if (OutcomesOf(source.Activity) is not { } outcomes || outcomes.Contains(port, StringComparer.Ordinal))
        {
            return;
        }
        found.Add(
            new Diagnostic(
                WorkflowCodes.UnknownOutcome,
                $"A connection follows the outcome '{port}', which '{source.ActivityId}' never has; nothing behind it would run.",
                source.ActivityId,
                Remedy: outcomes.Count == 0
                    ? "Delete the connection."
                    : $"Connect from {string.Join(" or ", outcomes)}.",
                Severity: DiagnosticSeverity.Warning
            )
        );
    }

    /// <summary>The outcomes an activity can have; null when only running it tells.</summary>
    internal static IReadOnlyList<string>? OutcomesOf(Activity activity) =>
        activity switch
        {
            FlowSwitch choice => [.. choice.Cases.Select(candidate => candidate.Label), "Default"],
            FlowFork { Branches: { IsMissing: false } branches } => branches.Source is { } source
            && source.Type is "Object" or "Json" or "Literal"
                ? Workflows.Expressions.Evaluation.Coerce.To<List<string>>(branches.Source.Text)
                : null,
            FlowFork => ["Done"],
            WorkflowDefinitionActivity embedded => ["Done", .. embedded.Outcomes],
            NotFoundActivity => null,
            IDynamicOutcomes dynamic => dynamic.GetPossibleOutcomes(),
            _ => new ActivityDescriptor(activity.GetType()).Outcomes,
        };
}
