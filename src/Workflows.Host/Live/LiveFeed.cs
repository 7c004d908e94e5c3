using Microsoft.AspNetCore.SignalR;
using Workflows.Host.Api.Elsa.Instances;
using Workflows.Host.Composition;
using Workflows.Storage.Instances;

namespace Workflows.Host.Live;

/// <summary>
/// Looks every second at the instances that somebody looks at, whichever host they run on, and tells the viewers of those
/// that moved. One look serves everybody, and nobody is told more often than that.
/// </summary>
internal sealed class LiveFeed(
    Observers observers,
    InstanceLists lists,
    InstanceQueries instances,
    IHubContext<WorkflowInstanceHub> hub,
    TimeProvider clock,
    [FromKeyedServices(Clocks.Machine)] TimeProvider machine,
    ILogger<LiveFeed> logger
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Between what a page reads and what it observes there are moments in which an instance may move.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, int> _seen = [];

    /// <summary>Looks until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, machine, stopping);
                await LookAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning(failure, "Observed instances could not be looked up: {Reason}", failure.Message);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var observed = observers.Instances();
        foreach (var forgotten in _seen.Keys.Except(observed).ToList())
        {
            _seen.Remove(forgotten);
        }

        if (observed.Count == 0)
        {
            return;
        }

        var since = clock.GetUtcNow() - Overlap;
        foreach (var (id, now) in await lists.RevisionsAsync(Tenants.Default, observed, cancellationToken))
        {
            // Who has just begun to look has just read everything; only what comes later is news.
            var isNews = _seen.TryGetValue(id, out var before) ? before != now.Revision : now.UpdatedAt > since;
            _seen[id] = now.Revision;
            if (isNews)
            {
                await TellAsync(id, cancellationToken);
            }
        }
    }

    private async Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await InstanceHistory.FindAsync(id, instances, cancellationToken) is not { } history)
        {
            return;
        }

        var viewers = hub.Clients.Group(WorkflowInstanceHub.GroupOf(id));
        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancellationToken);
        await viewers.SendAsync(
            "ActivityExecutionLogUpdatedAsync",
            new { stats = ActivityStats.Of(history, nodeIds: null) },
            cancellationToken
        );
        await viewers.SendAsync(
            "WorkflowInstanceUpdatedAsync",
            new { workflowInstanceId = ElsaIds.Of(id) },
            cancellationToken
        );
    }
}
