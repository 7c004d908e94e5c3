namespace Workflows.Runtime.Definitions;

/// <summary>A definition version without its document: all that is needed to see what is there and what has changed.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="IsLatest">Whether no newer version exists.</param>
/// <param name="IsPublished">Whether this version is the one that starts.</param>
/// <param name="Revision">Counts the changes of the row, from 1.</param>
/// <param name="CreatedAt">When the version was created.</param>
public sealed record DefinitionMark(
    string DefinitionId,
    int Version,
    bool IsLatest,
    bool IsPublished,
    int Revision,
    DateTimeOffset CreatedAt
);
