using Workflows.Expressions.Diagnostics;

namespace Workflows.Runtime.Definitions;

/// <summary>Something a definition is checked for before it may be published. Hosts add their own, for example that a rule set exists.</summary>
public interface IDefinitionCheck
{
    /// <summary>Everything wrong with a compiled definition; nothing when it is fine.</summary>
    /// <param name="graph">The compiled definition; its nodes hold the activities with their inputs.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken);
}
