using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>A workflow that another one starts should be published; otherwise the start is refused when it is reached.</summary>
internal static class ChildWorkflowCheck
{
    public static async ValueTask<WorkflowCompilation> CheckAsync(
        WorkflowCompilation compilation,
        IDefinitionStore store,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Diagnostic>(compilation.Diagnostics);
        foreach (var node in compilation.Graph?.Nodes ?? [])
        {
            if (
                ChildOf(node.Activity) is { IsConstant: true } input
                && input.GetStatic() is { Length: > 0 } id
                && !string.Equals(id, compilation.Graph!.DefinitionId, StringComparison.Ordinal)
                && await store.FindPublishedVersionAsync(id, cancellationToken) is null
            )
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.UnknownWorkflow,
                        $"The workflow '{id}' that '{node.ActivityId}' starts is not published.",
                        node.ActivityId,
                        Remedy: "Publish it, or choose another one.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
        }
        return compilation with { Diagnostics = found };
    }

    private static Input<string>? ChildOf(Activity activity) =>
        activity switch
        {
            DispatchWorkflow dispatch => dispatch.WorkflowDefinitionId,
            BulkDispatchWorkflows bulk => bulk.WorkflowDefinitionId,
            ExecuteWorkflow execute => execute.WorkflowDefinitionId,
            _ => null,
        };
}
