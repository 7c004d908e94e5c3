using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Definitions;

/// <summary>
/// The short numbers under which instances remember their definition version. A number never changes its meaning, so
/// what was read once is remembered.
/// </summary>
internal sealed class DefinitionKeys(WorkflowsDbContextFactory contexts)
{
    private readonly ConcurrentDictionary<int, (string DefinitionId, int Version)> _versions = new();
    private readonly ConcurrentDictionary<(string DefinitionId, int Version), int> _keys = new();

    public async ValueTask<(string DefinitionId, int Version)> FindAsync(int key, CancellationToken cancellationToken)
    {
        if (!_versions.TryGetValue(key, out var version))
        {
            await using var context = contexts.Create();
            var row = await context
                .Set<DefinitionVersionRow>()
                .Where(row => row.Key == key)
                .Select(row => new { row.DefinitionId, row.Version })
                .SingleOrDefaultAsync(cancellationToken);
            version = row is null
                ? throw new InvalidDataException($"Definition version {key} is gone, but instances run on it.")
                : (row.DefinitionId, row.Version);
            _versions[key] = version;
        }

        return version;
    }

    public async ValueTask<int> FindAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        if (!_keys.TryGetValue((definitionId, version), out var key))
        {
            await using var context = contexts.Create();
            key = await context
                .Set<DefinitionVersionRow>()
                .Where(row => row.DefinitionId == definitionId && row.Version == version)
                .Select(row => row.Key)
                .SingleOrDefaultAsync(cancellationToken);
            if (key == 0)
            {
                throw new InvalidDataException($"Version {version} of '{definitionId}' is not stored.");
            }

            _keys[(definitionId, version)] = key;
        }

        return key;
    }

    public async ValueTask<IReadOnlyDictionary<WorkflowGraph, int>> FindAllAsync(
        IReadOnlyList<InstanceChange> changes,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<WorkflowGraph, int>();
        foreach (var change in changes)
        {
            var graph = change.Instance.Graph;
            if (!found.ContainsKey(graph))
            {
                found.Add(graph, await FindAsync(graph.DefinitionId, graph.Version, cancellationToken));
            }
        }

        return found;
    }

    /// <summary>Forgets what was remembered of a definition that is being deleted.</summary>
    public void Forget(string definitionId)
    {
        foreach (
            var (version, key) in _keys.Where(pair =>
                string.Equals(pair.Key.DefinitionId, definitionId, StringComparison.Ordinal)
            )
        )
        {
            _keys.TryRemove(version, out _);
            _versions.TryRemove(key, out _);
        }
    }
}
