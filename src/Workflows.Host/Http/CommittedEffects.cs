using Workflows.Runtime.Durability;

namespace Workflows.Host.Http;

/// <summary>
/// The instance store, with one addition: what a commit asks of HTTP is handed on once the commit has succeeded. Whatever is lost between
/// the two by a crash is asked for again by the activity, whose bookmark wakes it when no answer came.
/// </summary>
internal sealed class CommittedEffects(IInstanceStore store, HttpCaller caller, HttpExchanges exchanges)
    : IInstanceStore
{
    public async Task<CommitOutcome> CommitAsync(WorkCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await store.CommitAsync(commit, cancellationToken);
        if (outcome is CommitOutcome.Committed)
        {
            foreach (var effect in commit.Effects)
            {
                if (effect.Effect is HttpCall call)
                {
                    caller.Enqueue(effect.Tenant, effect.Subject, call);
                }
                else if (effect.Effect is HttpReply reply)
                {
                    exchanges.Answer(reply);
                }
            }

            exchanges.Observe(commit);
        }

        return outcome;
    }

    public Task<IReadOnlyList<PartitionLease>> LeaseAsync(
        Guid owner,
        DateTimeOffset now,
        TimeSpan duration,
        CancellationToken cancellationToken
    ) => store.LeaseAsync(owner, now, duration, cancellationToken);

    public Task ReleaseAsync(Guid owner, CancellationToken cancellationToken) =>
        store.ReleaseAsync(owner, cancellationToken);

    public Task EnqueueAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken) =>
        store.EnqueueAsync(items, cancellationToken);

    public Task<IReadOnlyList<WorkItem>> TakeAsync(
        PartitionSet partitions,
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    ) => store.TakeAsync(partitions, now, count, cancellationToken);

    public Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken) =>
        store.LoadAsync(request, cancellationToken);

    public Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => store.FindWaitingAsync(tenant, hash, correlationId, after, count, cancellationToken);

    public Task<IReadOnlyCollection<string>> FindFiredAsync(
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) => store.FindFiredAsync(tenant, definitionId, activityId, keys, cancellationToken);
}
