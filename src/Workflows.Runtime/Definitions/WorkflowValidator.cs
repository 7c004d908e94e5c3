using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions.Checks;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Says everything that is wrong with a definition, at once: the document's shape, what the compiler found, and what the checks find.</summary>
/// <param name="compiler">Compiles the definition.</param>
/// <param name="further">Further checks of the host.</param>
public sealed class WorkflowValidator(WorkflowCompiler compiler, IEnumerable<IDefinitionCheck>? further = null)
{
    private readonly IDefinitionCheck[] _checks =
    [
        new OutcomeCheck(),
        new ReachabilityCheck(),
        new LoopCheck(),
        new ReminderCheck(),
        new TriggerCheck(),
        new EndingCheck(),
        new MergeModeCheck(),
        new InputCheck(),
        new NamedReferenceCheck(),
        new MemoryVariableCheck(),
        .. further ?? [],
    ];

    /// <summary>The compiler.</summary>
    public WorkflowCompiler Compiler => compiler;

    /// <summary>Validates a document.</summary>
    /// <param name="json">An Elsa definition.</param>
    /// <param name="embedded">The workflows usable as activities; null for none.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    public ValueTask<WorkflowCompilation> ValidateAsync(
        string json,
        EmbeddedWorkflows? embedded = null,
        CancellationToken cancellationToken = default
    ) => CheckAsync(compiler.Compile(json, embedded), cancellationToken);

    /// <summary>Validates a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="embedded">The workflows usable as activities; null for none.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    public ValueTask<WorkflowCompilation> ValidateAsync(
        WorkflowDefinition definition,
        EmbeddedWorkflows? embedded = null,
        CancellationToken cancellationToken = default
    ) => CheckAsync(compiler.Compile(definition, embedded), cancellationToken);

    private async ValueTask<WorkflowCompilation> CheckAsync(
        WorkflowCompilation compilation,
        CancellationToken cancellationToken
    )
    {
        if (compilation.Graph is not { } graph)
        {
            return compilation;
        }
        var diagnostics = new List<Diagnostic>(compilation.Diagnostics);
        foreach (var check in _checks)
        {
            diagnostics.AddRange(await check.CheckAsync(graph, cancellationToken));
        }
        return compilation with { Diagnostics = DiagnosticNames.Give(graph, diagnostics) };
    }
}
