using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Keeps definitions in memory, for tests, back-tests and single runs.</summary>
public sealed class MemoryDefinitionStore : IDefinitionStore
{
    private readonly Dictionary<(string DefinitionId, int Version), StoredDefinition> _rows = [];
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public Task<StoredDefinition?> FindAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.GetValueOrDefault((definitionId, version)));
        }
    }

    /// <inheritdoc />
    public Task<StoredDefinition?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        Task.FromResult(Rows().FirstOrDefault(row => row.IsLatest && Is(row, definitionId)));

    /// <inheritdoc />
    public Task<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        Task.FromResult(Rows().FirstOrDefault(row => row.IsPublished && Is(row, definitionId)));

    /// <inheritdoc />
    public async Task<int?> FindPublishedVersionAsync(string definitionId, CancellationToken cancellationToken) =>
        (await FindPublishedAsync(definitionId, cancellationToken))?.Version;

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionMark>> ListPublishedAsync(CancellationToken cancellationToken) =>
        List(row => row.IsPublished);

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionMark>> ListUsableAsync(CancellationToken cancellationToken) =>
        List(row => row.IsPublished && DocumentUses.Read(row.Json).IsUsable);

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionMark>> ListUsersAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) =>
        List(row =>
            row.IsLatest && !Is(row, definitionId) && DocumentUses.Read(row.Json).Workflows.Contains(definitionId)
        );

    /// <inheritdoc />
    public Task<IReadOnlyList<DefinitionMark>> ListVersionsAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) => List(row => Is(row, definitionId));

    /// <inheritdoc />
    public Task<bool> SaveAsync(IReadOnlyList<StoredDefinition> definitions, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var row in definitions)
            {
                var stored = _rows.GetValueOrDefault((row.DefinitionId, row.Version));
                if (row.Revision != (stored?.Revision ?? 0) + 1)
                {
                    return Task.FromResult(false);
                }
            }
            foreach (var row in definitions)
            {
                _rows[(row.DefinitionId, row.Version)] = row;
            }
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string definitionId, int? version, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var row in _rows.Values.Where(row => Is(row, definitionId)).ToList())
            {
                if (version is null || row.Version == version)
                {
                    _rows.Remove((row.DefinitionId, row.Version));
                }
            }
        }
        return Task.CompletedTask;
    }

    private StoredDefinition[] Rows()
    {
        lock (_lock)
        {
            return [.. _rows.Values];
        }
    }

    private Task<IReadOnlyList<DefinitionMark>> List(Func<StoredDefinition, bool> which) =>
        Task.FromResult<IReadOnlyList<DefinitionMark>>([
            .. Rows()
                .Where(which)
                .OrderBy(row => row.DefinitionId, StringComparer.Ordinal)
                .ThenByDescending(row => row.Version)
                .Select(row => row.Mark),
        ]);

    private static bool Is(StoredDefinition row, string definitionId) =>
        string.Equals(row.DefinitionId, definitionId, StringComparison.Ordinal);
}
