using Workflows.Expressions.Diagnostics;

namespace Workflows.Runtime.Definitions;

/// <summary>What came of saving or publishing a definition.</summary>
/// <param name="Stored">The stored row; null when nothing was stored.</param>
/// <param name="Graph">The published graph; null for drafts and refusals.</param>
/// <param name="Diagnostics">Everything worth telling the author.</param>
/// <param name="IsStale">Whether someone else saved in between; nothing was stored then.</param>
/// <param name="Newer">What someone else saved, where that is why nothing was stored; null where it is not known.</param>
/// <param name="WasPublished">Whether the document was what is published already; nothing was stored then.</param>
public sealed record DefinitionPublication(
    StoredDefinition? Stored,
    WorkflowGraph? Graph,
    IReadOnlyList<Diagnostic> Diagnostics,
    bool IsStale = false,
    StoredDefinition? Newer = null,
    bool WasPublished = false
)
{
    /// <summary>Whether the version is published.</summary>
    public bool IsPublished => Graph is not null;
}
