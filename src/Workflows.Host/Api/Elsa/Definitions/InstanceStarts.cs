using Workflows.Host.Composition;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Puts starts into the queue, and waits for what becomes of them where somebody looks on.</summary>
internal sealed class InstanceStarts(
    DefinitionCatalog catalog,
    IInstanceStore store,
    InstanceQueries instances,
    WorkSignal signal,
    TimeProvider clock,
    [FromKeyedServices(Clocks.Machine)] TimeProvider machine
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>The compiled version that a start means. A draft is frozen by it: the next save becomes the next version.</summary>
    public async Task<WorkflowGraph?> FindAsync(StoredDefinition stored, CancellationToken cancellationToken) =>
        await catalog.FreezeAsync(stored, cancellationToken)
            ? await catalog.GetAsync(stored.DefinitionId, stored.Version, cancellationToken)
            : null;

    /// <summary>Starts one instance.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> StartAsync(WorkflowGraph graph, RunRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var options = new StartOptions
        {
            InstanceId = Guid.CreateVersion7(now),
            Input = request.Inputs(),
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            TriggerActivityId = request.TriggerActivityId,
        };
        var item = StartWork.Item(Tenants.Default, graph, options, now, isExact: true);
        await store.EnqueueAsync([item], cancellationToken);
        signal.Raise([item]);
        return options.InstanceId;
    }

    /// <summary>Waits until the instance has had its first turn, for a few seconds at most.</summary>
    /// <returns>Where it stands; null where it has not begun: its strategy does not let it, or the queue is long.</returns>
    public async Task<InstanceSummary?> WaitAsync(Guid id, CancellationToken cancellationToken)
    {
        var began = machine.GetTimestamp();
        while (machine.GetElapsedTime(began) < Patience)
        {
            if (await instances.FindSummaryAsync(Tenants.Default, id, cancellationToken) is { } instance)
            {
                return instance;
            }

            await Task.Delay(Glance, machine, cancellationToken);
        }

        return null;
    }
}
