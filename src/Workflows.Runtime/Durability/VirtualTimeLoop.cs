namespace Workflows.Runtime.Durability;

/// <summary>
/// Runs the work of a <see cref="MemoryInstanceStore"/> in virtual time: every item at the moment it is due, as fast as
/// it goes, partitions side by side. What waits 30 days waits microseconds.
/// </summary>
/// <param name="store">The store; its runner has to be <paramref name="runner"/>.</param>
/// <param name="runner">Runs the items.</param>
public sealed class VirtualTimeLoop(MemoryInstanceStore store, InstanceRunner runner)
{
    /// <summary>Runs everything that is due up to and including a moment.</summary>
    /// <param name="until">The moment.</param>
    /// <param name="advanced">Told how many items were run, every so often and from many threads; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run between two items.</param>
    /// <returns>How many turns were run.</returns>
    public async Task<long> RunAsync(DateTimeOffset until, Action<int>? advanced, CancellationToken cancellationToken)
    {
        long turns = 0;
        while (true)
        {
            // A broadcast may leave work in a partition that was done: go round until nobody has any.
            var due = Enumerable
                .Range(0, Partitions.Count)
                .Where(one => store.First((short)one, until) is not null)
                .ToList();
            if (due.Count == 0)
            {
                return turns;
            }

            await Parallel.ForEachAsync(
                due,
                cancellationToken,
                async (partition, cancelled) =>
                    Interlocked.Add(ref turns, await DrainAsync((short)partition, until, advanced, cancelled))
            );
        }
    }

    private async ValueTask<long> DrainAsync(
        short partition,
        DateTimeOffset until,
        Action<int>? advanced,
        CancellationToken cancellationToken
    )
    {
        const int Often = 256;
        long turns = 0;
        var items = 0;
        while (store.First(partition, until) is { } item)
        {
            turns += (await runner.RunAsync([item], [], item.DueAt, cancellationToken)).Turns;
            if (++items % Often == 0)
            {
                advanced?.Invoke(Often);
            }
        }

        advanced?.Invoke(items % Often);
        return turns;
    }
}
