using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Counters in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
public sealed class MemoryLimitStore : ILimitStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CounterKey, (LimitMark[] Marks, DateTimeOffset ExpiresAt)> _counters = [];
    private readonly Dictionary<MessageKey, LimitReservation> _reservations = [];
    private readonly Dictionary<(int Tenant, DateOnly Day, string Code), LimitHits> _hits = [];

    /// <inheritdoc/>
    public Task<T> ChangeAsync<T>(
        LimitRequest request,
        Func<LimitLedger, T> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            var ledger = Open(request);
            var result = change(ledger);
            Keep(ledger);
            return Task.FromResult(result);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LimitReservation>> FindAsync(
        IReadOnlyCollection<MessageKey> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<LimitReservation>>([.. Known(messages)]);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        lock (_gate)
        {
            foreach (var message in messages)
            {
                _reservations.Remove(message);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MessageSettlement.Ended>> LeftAsync(int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MessageSettlement.Ended>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LimitReservation>> StandingAsync(
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<LimitReservation>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LimitHits>> HitsAsync(int tenant, DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<LimitHits>>([
                .. _hits
                    .Values.Where(hits => hits.Tenant == tenant && hits.Day == day)
                    .OrderBy(hits => hits.Code, StringComparer.Ordinal),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CounterReading>> CountersAsync(
        int tenant,
        string code,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<CounterReading>>([
                .. _counters
                    .Where(pair => pair.Key.Tenant == tenant)
                    .Where(pair => pair.Key.Code.Equals(code, StringComparison.Ordinal))
                    .Where(pair => after is null || string.CompareOrdinal(pair.Key.Scope, after) > 0)
                    .OrderBy(pair => pair.Key.Scope, StringComparer.Ordinal)
                    .Take(count)
                    .Select(pair => new CounterReading(pair.Key.Scope, pair.Value.Marks)),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset before, int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var counters = _counters.Where(pair => pair.Value.ExpiresAt < before).Take(count).ToArray();
            var reservations = _reservations.Values.Where(held => held.ExpiresAt < before).Take(count).ToArray();
            foreach (var (key, _) in counters)
            {
                _counters.Remove(key);
            }

            foreach (var reservation in reservations)
            {
                _reservations.Remove(reservation.Message);
            }

            return Task.FromResult(counters.Length + reservations.Length);
        }
    }

    private LimitLedger Open(LimitRequest request) =>
        new(
            request
                .Counters.Distinct()
                .Select(key =>
                    KeyValuePair.Create(
                        key,
                        _counters.TryGetValue(key, out var row)
                            ? new LimitCounter(row.Marks, row.ExpiresAt)
                            : LimitCounter.New()
                    )
                ),
            Known(request.Messages)
        );

    private IEnumerable<LimitReservation> Known(IEnumerable<MessageKey> messages) =>
        messages.Distinct().Select(message => _reservations.GetValueOrDefault(message)).OfType<LimitReservation>();

    private void Keep(LimitLedger ledger)
    {
        foreach (var (key, counter) in ledger.Counters.Where(pair => pair.Value.HasChanged))
        {
            _counters[key] = ([.. counter.Marks], counter.ExpiresAt);
        }

        foreach (var (message, reservation) in ledger.ChangedReservations)
        {
            if (reservation is null)
            {
                _reservations.Remove(message);
            }
            else
            {
                _reservations[message] = reservation;
            }
        }

        foreach (var hits in ledger.Hits)
        {
            var key = (hits.Tenant, hits.Day, hits.Code);
            var known = _hits.GetValueOrDefault(key);
            _hits[key] = hits with
            {
                Deferred = hits.Deferred + (known?.Deferred ?? 0),
                Dropped = hits.Dropped + (known?.Dropped ?? 0),
            };
        }
    }
}
