using System.Collections.Concurrent;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>The published workflows that may be used as activities. A document is read once for as long as it is the published one.</summary>
/// <param name="store">Says which there are.</param>
internal sealed class UsableWorkflows(IDefinitionStore store)
{
    private readonly ConcurrentDictionary<string, (DefinitionMark Mark, WorkflowDefinition? Definition)> _read = new(
        StringComparer.Ordinal
    );

    public async Task<IReadOnlyList<WorkflowDefinition>> ListAsync(CancellationToken cancellationToken)
    {
        var marks = await store.ListUsableAsync(cancellationToken);
        var usable = new List<WorkflowDefinition>(marks.Count);
        foreach (var mark in marks)
        {
            if (await ReadAsync(mark, cancellationToken) is { } definition)
            {
                usable.Add(definition);
            }
        }
        if (_read.Count > marks.Count)
        {
            Forget(marks);
        }
        return usable;
    }

    private async ValueTask<WorkflowDefinition?> ReadAsync(DefinitionMark mark, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(mark.DefinitionId, out var known) && known.Mark == mark)
        {
            return known.Definition;
        }
        var row = await store.FindAsync(mark.DefinitionId, mark.Version, cancellationToken);
        var definition = row is null ? null : ElsaReader.Read(row.Json).Definition;
        _read[mark.DefinitionId] = (mark, definition);
        return definition;
    }

    private void Forget(IReadOnlyList<DefinitionMark> marks)
    {
        var kept = marks.Select(mark => mark.DefinitionId).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _read.Keys.Where(id => !kept.Contains(id)))
        {
            _read.TryRemove(gone, out _);
        }
    }
}
