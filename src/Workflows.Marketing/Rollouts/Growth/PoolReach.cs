using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>Which pools something was distributed to (S4-42): a message or a post of a published journey that is about the pool.</summary>
/// <param name="journeys">The published journeys.</param>
/// <param name="messages">What was sent.</param>
public sealed class PoolReach(TriggerIndex journeys, IMessageStore messages)
{
    /// <summary>The pools that nothing reached since an instant, in the order given.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(
        int tenant,
        IReadOnlyList<string> pools,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(pools);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var graph in journeys.Graphs.DistinctBy(graph => graph.DefinitionId, StringComparer.Ordinal))
        {
            if (
                PoolCheck.PoolOf(graph) is { } pool
                && pools.Contains(pool, StringComparer.Ordinal)
                && !reached.Contains(pool)
                && await HasSentAsync(tenant, graph.DefinitionId, since, cancellationToken)
            )
            {
                reached.Add(pool);
            }
        }

        return [.. pools.Where(pool => !reached.Contains(pool))];
    }

    private async Task<bool> HasSentAsync(
        int tenant,
        string journey,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var query = new MessageQuery(Take: 1) { Journey = journey, Outcome = SendOutcome.Sent };
        var latest = await messages.ListAsync(tenant, query, cancellationToken);
        return latest.Count > 0 && latest[0].Message.CreatedAt >= since;
    }
}
