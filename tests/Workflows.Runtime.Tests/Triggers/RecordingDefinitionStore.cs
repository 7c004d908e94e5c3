using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Tests.Triggers;

/// <summary>Definitions in memory, and a record of the documents that were read.</summary>
internal sealed class RecordingDefinitionStore : IDefinitionStore
{
    private readonly MemoryDefinitionStore _rows = new();

    /// <summary>The ids of the documents that were read since the last look.</summary>
    public List<string> Read { get; } = [];

    public Task<StoredDefinition?> FindAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        Read.Add(definitionId);
        return _rows.FindAsync(definitionId, version, cancellationToken);
    }

    public Task<StoredDefinition?> FindLatestAsync(string definitionId, CancellationToken cancellationToken)
    {
        Read.Add(definitionId);
        return _rows.FindLatestAsync(definitionId, cancellationToken);
    }

    public Task<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken)
    {
        Read.Add(definitionId);
        return _rows.FindPublishedAsync(definitionId, cancellationToken);
    }

    public Task<int?> FindPublishedVersionAsync(string definitionId, CancellationToken cancellationToken) =>
        _rows.FindPublishedVersionAsync(definitionId, cancellationToken);

    public Task<IReadOnlyList<DefinitionMark>> ListPublishedAsync(CancellationToken cancellationToken) =>
        _rows.ListPublishedAsync(cancellationToken);

    public Task<IReadOnlyList<DefinitionMark>> ListUsableAsync(CancellationToken cancellationToken) =>
        _rows.ListUsableAsync(cancellationToken);

    public Task<IReadOnlyList<DefinitionMark>> ListUsersAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) => _rows.ListUsersAsync(definitionId, cancellationToken);

    public Task<IReadOnlyList<DefinitionMark>> ListVersionsAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) => _rows.ListVersionsAsync(definitionId, cancellationToken);

    public Task<bool> SaveAsync(IReadOnlyList<StoredDefinition> definitions, CancellationToken cancellationToken) =>
        _rows.SaveAsync(definitions, cancellationToken);

    public Task DeleteAsync(string definitionId, int? version, CancellationToken cancellationToken) =>
        _rows.DeleteAsync(definitionId, version, cancellationToken);
}
