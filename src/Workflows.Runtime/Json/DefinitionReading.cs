using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>What came of reading a document.</summary>
/// <param name="Definition">The definition; null when the document cannot be used.</param>
/// <param name="Diagnostics">Everything that is wrong with the document's shape.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics)
{
    internal static DefinitionReading Failed(Diagnostic diagnostic) => new(null, [diagnostic]);
}
