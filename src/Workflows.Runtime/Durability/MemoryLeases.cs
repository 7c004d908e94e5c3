namespace Workflows.Runtime.Durability;

/// <summary>Leases among hosts in one process: the sharing the databases do, for tests and single runs.</summary>
internal sealed class MemoryLeases
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<Guid, DateTimeOffset> _hosts = [];
    private readonly PartitionLease?[] _leases = new PartitionLease?[Partitions.Count];
    private readonly long[] _epochs = new long[Partitions.Count];

    public List<PartitionLease> Lease(Guid owner, DateTimeOffset now, TimeSpan duration)
    {
        lock (_gate)
        {
            _hosts[owner] = now + duration;
            foreach (var dead in _hosts.Where(host => host.Value < now).ToList())
            {
                _hosts.Remove(dead.Key);
            }

            var share = PartitionShare.Of(_hosts.Keys.Count(host => host.CompareTo(owner) < 0), _hosts.Count);
            Renew(owner, now + duration, share);
            TakeUp(owner, now, now + duration, share);
            return [.. _leases.OfType<PartitionLease>().Where(lease => lease.Owner == owner)];
        }
    }

    public void Release(Guid owner)
    {
        lock (_gate)
        {
            _hosts.Remove(owner);
            Renew(owner, default, 0);
        }
    }

    /// <summary>Those of the leases' partitions that have moved since.</summary>
    public PartitionSet Stale(IEnumerable<PartitionLease> leases)
    {
        lock (_gate)
        {
            return PartitionSet.Of(
                leases.Where(lease => _leases[lease.Partition]?.Epoch != lease.Epoch).Select(lease => lease.Partition)
            );
        }
    }

    private void Renew(Guid owner, DateTimeOffset until, long share)
    {
        foreach (var lease in _leases.OfType<PartitionLease>().Where(lease => lease.Owner == owner).ToList())
        {
            _leases[lease.Partition] = share-- > 0 ? lease with { Until = until } : null;
        }
    }

    private void TakeUp(Guid owner, DateTimeOffset now, DateTimeOffset until, long share)
    {
        var missing = share - _leases.Count(lease => lease?.Owner == owner);
        for (short partition = 0; partition < Partitions.Count && missing > 0; partition++)
        {
            if (_leases[partition] is null || _leases[partition]!.Until < now)
            {
                _leases[partition] = new PartitionLease(partition, owner, ++_epochs[partition], until);
                missing--;
            }
        }
    }
}
