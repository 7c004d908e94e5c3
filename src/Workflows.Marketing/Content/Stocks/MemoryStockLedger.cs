namespace Workflows.Marketing.Content;

/// <summary>Counters in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryStockLedger : IStockLedger
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Stock> _stocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _takes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<Stock?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_stocks.GetValueOrDefault(name));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Stock>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Stock>>([
                .. _stocks.Values.Where(one => after is null || string.CompareOrdinal(one.Name, after) > 0).Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(int tenant, Stock stock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stock);
        lock (_gate)
        {
            var taken = _stocks.GetValueOrDefault(stock.Name)?.Taken ?? 0;
            if (taken > stock.Total)
            {
                return Task.FromResult(false);
            }

            _stocks[stock.Name] = stock with { Taken = taken };
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<StockWish> wishes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(wishes);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlySet<string>>(
                wishes.Where(wish => Take(wish, now)).Select(wish => wish.Key).ToHashSet(StringComparer.Ordinal)
            );
        }
    }

    /// <inheritdoc/>
    public Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_takes.Remove(key, out var name))
                {
                    _stocks[name] = _stocks[name] with { Taken = _stocks[name].Taken - 1 };
                }
            }
        }

        return Task.CompletedTask;
    }

    private bool Take(StockWish wish, DateTimeOffset now)
    {
        if (_takes.ContainsKey(wish.Key))
        {
            return true;
        }

        if (_stocks.GetValueOrDefault(wish.Stock) is not { } stock || !stock.IsOpen(now))
        {
            return false;
        }

        _stocks[wish.Stock] = stock with { Taken = stock.Taken + 1 };
        _takes[wish.Key] = wish.Stock;
        return true;
    }
}
