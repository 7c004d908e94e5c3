using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>Inputs and outputs of the workflow that activities name and the workflow does not declare: they work, and mostly are slips of the pen.</summary>
internal sealed class NamedReferenceCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var inputs = Names(graph.Definition.Inputs);
        var outputs = Names(graph.Definition.Outputs);
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes.Where(node => !IsEmbedded(node)))
        {
            foreach (var input in node.Inputs)
            {
                if (
                    input.Source is { Type: "Input" } source
                    && NamedReference.Read(source) is var (id, name)
                    && (name ?? id) is { Length: > 0 } asked
                    && !inputs.Contains(asked)
                )
                {
                    found.Add(Warn(node, "input", asked, inputs));
                }
            }
            if (
                node.Activity is SetOutput { OutputName: { IsConstant: true } output }
                && output.GetStatic() is { Length: > 0 } given
                && !outputs.Contains(given)
            )
            {
                found.Add(Warn(node, "output", given, outputs));
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static HashSet<string> Names(IEnumerable<ArgumentDefinition> arguments) =>
        arguments.Select(argument => argument.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A workflow used as an activity has inputs and outputs of its own.</summary>
    private static bool IsEmbedded(GraphNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Activity is WorkflowDefinitionActivity)
            {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic Warn(GraphNode node, string kind, string name, HashSet<string> known) =>
        new(
            WorkflowCodes.UndeclaredName,
            $"The workflow declares no {kind} '{name}'.",
            node.ActivityId,
            Remedy: known.Count == 0
                ? $"Declare it among the workflow's {kind}s."
                : $"Declare it, or use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
            Severity: DiagnosticSeverity.Warning
        );
}
