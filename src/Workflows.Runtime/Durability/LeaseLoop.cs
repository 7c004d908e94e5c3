using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Keeps this host's leases alive, and thereby takes over the partitions of hosts that died: their leases lapse, and
/// whoever renews next takes them up, unfinished work and all.
/// </summary>
internal sealed class LeaseLoop(Guid owner, IInstanceStore store, WorkLoopContext context)
{
    private volatile IReadOnlyList<PartitionLease> _leases = [];

    private TimeSpan Duration => context.Options.LeaseDuration;

    /// <summary>Raised when leases were renewed.</summary>
    public LoopSignal Renewed { get; } = new();

    /// <summary>This host's leases of some partitions that will not lapse within the next moments.</summary>
    public IReadOnlyList<PartitionLease> Held(PartitionSet partitions)
    {
        var horizon = context.Clock.GetUtcNow() + (Duration / 10);
        return [.. _leases.Where(lease => partitions.Contains(lease.Partition) && lease.Until > horizon)];
    }

    /// <summary>Renews once, now.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        // A lease that had lapsed counts as gained: its lane has been idle and must look again.
        var before = PartitionSet.Of(Held(PartitionSet.All).Select(lease => lease.Partition));
        _leases = await store.LeaseAsync(owner, context.Clock.GetUtcNow(), Duration, cancellationToken);
        var gained = PartitionSet.Of(_leases.Select(lease => lease.Partition)).Without(before);
        context.Signal.Raise(gained);
        Renewed.Raise();
    }

    /// <summary>Renews until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RenewAsync(cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // Whoever cannot renew must not go on: Held gives out nothing once the leases have lapsed.
                context.Logger.LogWarning(failure, "Leases could not be renewed: {Reason}", failure.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await context.Clock.PauseAsync(Duration / 3, cancellationToken);
        }
    }

    /// <summary>Gives up all leases.</summary>
    public async Task ReleaseAsync()
    {
        _leases = [];
        await store.ReleaseAsync(owner, CancellationToken.None);
    }
}
