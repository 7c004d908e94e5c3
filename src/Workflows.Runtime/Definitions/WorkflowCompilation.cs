using Workflows.Expressions.Diagnostics;

namespace Workflows.Runtime.Definitions;

/// <summary>What came of compiling a definition.</summary>
/// <param name="Graph">The graph. It exists also when there are errors: a draft with mistakes runs until it meets them. Null when the document cannot be used at all.</param>
/// <param name="Diagnostics">Everything worth telling the author.</param>
public sealed record WorkflowCompilation(WorkflowGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether it may be published.</summary>
    public bool IsValid =>
        Graph is not null && !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
