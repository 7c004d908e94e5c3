namespace Workflows.Runtime.Durability;

/// <summary>
/// Tells this host's lanes that work was enqueued, so that it starts within milliseconds. It is a hint only: another
/// host's work and timers are found by polling.
/// </summary>
public sealed class WorkSignal
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];

    /// <summary>Wakes the lanes that work on any of the partitions.</summary>
    public void Raise(PartitionSet partitions)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Raise(partitions);
            }
        }
    }

    /// <summary>Wakes the lanes that work on the items' partitions.</summary>
    public void Raise(IEnumerable<WorkItem> items) => Raise(PartitionSet.Of(items.Select(item => item.Partition)));

    /// <summary>Starts listening for work on some partitions.</summary>
    public Listener Listen(PartitionSet partitions)
    {
        var listener = new Listener(this, partitions);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    private void Remove(Listener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    /// <summary>One lane's ear; dispose it to stop listening.</summary>
    public sealed class Listener : IDisposable
    {
        private readonly WorkSignal _signal;
        private readonly PartitionSet _interest;
        private readonly SemaphoreSlim _raised = new(0, 1);

        internal Listener(WorkSignal signal, PartitionSet interest) => (_signal, _interest) = (signal, interest);

        /// <summary>Waits for the signal, at most for <paramref name="patience"/> by <paramref name="clock"/>.</summary>
        /// <returns>Whether the signal came; false when patience ran out.</returns>
        public async Task<bool> WaitAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
        {
            using var impatience = new CancellationTokenSource(patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
            try
            {
                await _raised.WaitAsync(either.Token);
                return true;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _signal.Remove(this);

        internal void Raise(PartitionSet partitions)
        {
            // Called under the signal's lock only, so the count cannot pass its maximum.
            if (!_interest.Intersect(partitions).IsEmpty && _raised.CurrentCount == 0)
            {
                _raised.Release();
            }
        }
    }
}
