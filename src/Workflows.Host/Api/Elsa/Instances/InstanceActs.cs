using Workflows.Host.Composition;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What an operator does to instances.</summary>
internal sealed class InstanceActs(InstanceLists lists, IInstanceStore store, WorkSignal signal, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    /// <summary>The instances that are meant.</summary>
    /// <param name="body">Which.</param>
    /// <param name="onlyRunning">Whether those that are over are left out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<InstanceSummary>> FindAsync(
        InstanceSelectionBody body,
        bool onlyRunning,
        CancellationToken cancellationToken
    )
    {
        var named = body.Named;
        var isVersion = DefinitionVersionId.TryRead(body.DefinitionVersionId, out var definitionId, out var version);
        if (body.NamesInstances ? named.Count == 0 : !isVersion && string.IsNullOrEmpty(body.DefinitionId))
        {
            // Nothing is named; that is not everything.
            return [];
        }

        var filter = new InstanceFilter
        {
            Ids = named.Count > 0 ? named : null,
            DefinitionIds =
                isVersion ? [definitionId]
                : string.IsNullOrEmpty(body.DefinitionId) ? null
                : [body.DefinitionId],
            Version = isVersion ? version : null,
            Statuses = onlyRunning ? [WorkflowStatus.Running] : null,
        };
        return await lists.FindAsync(Tenants.Default, filter, AtOnce, cancellationToken);
    }

    /// <summary>Asks for instances to be ended.</summary>
    public async Task CancelAsync(IReadOnlyList<InstanceSummary> instances, CancellationToken cancellationToken)
    {
        WorkItem[] items =
        [
            .. instances.Select(instance => new WorkItem
            {
                Tenant = Tenants.Default,
                Subject = instance.Subject,
                Kind = WorkKind.Cancel,
                DueAt = clock.GetUtcNow(),
                InstanceId = instance.Id,
            }),
        ];
        if (items.Length > 0)
        {
            await store.EnqueueAsync(items, cancellationToken);
            signal.Raise(items);
        }
    }
}
