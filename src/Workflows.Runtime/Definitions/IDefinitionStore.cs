namespace Workflows.Runtime.Definitions;

/// <summary>Keeps definitions. Versions that were published are never changed, except for their <c>IsPublished</c> and <c>IsLatest</c> flags.</summary>
public interface IDefinitionStore
{
    /// <summary>One version; null when there is none.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">Which version.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<StoredDefinition?> FindAsync(string definitionId, int version, CancellationToken cancellationToken);

    /// <summary>The latest version, draft or not; null when there is none.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<StoredDefinition?> FindLatestAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The published version; null when there is none.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The number of the published version; null when there is none.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<int?> FindPublishedVersionAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>What is published: one version of every workflow that has one, ordered by the workflow's id.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<DefinitionMark>> ListPublishedAsync(CancellationToken cancellationToken);

    /// <summary>What is published and may be used as an activity, as its document says.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<DefinitionMark>> ListUsableAsync(CancellationToken cancellationToken);

    /// <summary>The latest versions of other workflows whose documents start or embed a workflow, ordered by id.</summary>
    /// <param name="definitionId">The workflow that is used.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<DefinitionMark>> ListUsersAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>All versions of a workflow, newest first.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<DefinitionMark>> ListVersionsAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts or replaces versions in one transaction. A row whose <see cref="StoredDefinition.Revision"/> is not one above the stored one's (1 for a new row) refuses all.
    /// </summary>
    /// <param name="definitions">The rows, with their new revisions.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when someone else was faster; nothing is stored then.</returns>
    Task<bool> SaveAsync(IReadOnlyList<StoredDefinition> definitions, CancellationToken cancellationToken);

    /// <summary>Deletes one version, or all.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">Which version; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task DeleteAsync(string definitionId, int? version, CancellationToken cancellationToken);
}
