namespace Workflows.Storage.Definitions;

/// <summary>A definition version as lists show it: everything but the document.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">One sentence for the operator; null for none.</param>
/// <param name="IsLatest">Whether no newer version exists.</param>
/// <param name="IsPublished">Whether it is the one that starts.</param>
/// <param name="CreatedAt">When the version was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record DefinitionSummary(
    string DefinitionId,
    int Version,
    string Name,
    string? Description,
    bool IsLatest,
    bool IsPublished,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
