using Workflows.Expressions.Diagnostics;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>A variable that is to be in memory only is stored with its instance all the same: whoever meant to keep a secret out of the database has to know.</summary>
internal sealed class MemoryVariableCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Diagnostic>>([
            .. graph
                .Definition.Variables.Where(variable =>
                    variable.StorageDriverTypeName?.Contains("MemoryStorageDriver", StringComparison.Ordinal) == true
                )
                .Select(variable => new Diagnostic(
                    WorkflowCodes.KeptVariable,
                    $"The variable '{variable.Name}' is to be in memory only; here it is stored with the instance and survives waiting.",
                    "$.variables",
                    Remedy: "Choose the storage driver Workflow Instance, and keep secrets out of variables.",
                    Severity: DiagnosticSeverity.Warning
                )),
        ]);
}
