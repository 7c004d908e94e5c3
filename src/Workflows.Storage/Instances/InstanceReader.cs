using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Definitions;

namespace Workflows.Storage.Instances;

/// <summary>Wakes stored instances.</summary>
internal sealed class InstanceReader(DefinitionKeys keys, DefinitionCatalog catalog)
{
    public async Task<LoadedInstances> ReadAsync(
        IReadOnlyList<StoredInstance> stored,
        IReadOnlyList<(Guid Subject, int DefinitionKey)> past,
        CancellationToken cancellationToken
    )
    {
        var instances = new List<WorkflowInstance>(stored.Count);
        var unreadable = new Dictionary<Guid, Exception>();
        foreach (var row in stored)
        {
            try
            {
                instances.Add(await ReadAsync(row, cancellationToken));
            }
            catch (InvalidDataException damaged)
            {
                unreadable[row.Subject] = damaged;
            }
        }

        var histories = new HashSet<(Guid, string)>();
        foreach (var (subject, key) in past)
        {
            histories.Add((subject, (await keys.FindAsync(key, cancellationToken)).DefinitionId));
        }

        return new LoadedInstances(instances, histories) { Unreadable = unreadable };
    }

    public async ValueTask<WorkflowInstance> ReadAsync(StoredInstance stored, CancellationToken cancellationToken)
    {
        var (definitionId, version) = await keys.FindAsync(stored.DefinitionKey, cancellationToken);
        var graph =
            await catalog.GetAsync(definitionId, version, cancellationToken)
            ?? throw new InvalidDataException($"Version {version} of '{definitionId}' cannot be loaded.");
        var instance = InstanceSerializer.Read(stored.State, graph, stored.Subject);
        instance.Revision = stored.Revision;
        return instance;
    }
}
