namespace Workflows.Runtime.Definitions;

/// <summary>A definition version as a store keeps it.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="Name">The workflow's name.</param>
/// <param name="Json">The whole document.</param>
/// <param name="IsLatest">Whether no newer version exists.</param>
/// <param name="IsPublished">Whether this version is the one that starts.</param>
/// <param name="WasPublished">Whether it ever was published; such a version is immutable.</param>
/// <param name="Revision">Counts the changes of the row, from 1.</param>
/// <param name="CreatedAt">When the version was created.</param>
/// <param name="UpdatedAt">When the row was last changed.</param>
/// <param name="Description">One sentence for the operator; null for none.</param>
/// <param name="SavedBy">Which editor saved the document last; null where nobody said.</param>
public sealed record StoredDefinition(
    string DefinitionId,
    int Version,
    string Name,
    string Json,
    bool IsLatest,
    bool IsPublished,
    bool WasPublished,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Description = null,
    string? SavedBy = null
)
{
    /// <summary>The version without its document.</summary>
    public DefinitionMark Mark => new(DefinitionId, Version, IsLatest, IsPublished, Revision, CreatedAt);
}
