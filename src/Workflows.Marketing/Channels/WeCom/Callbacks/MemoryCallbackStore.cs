using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>The inbox in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
public sealed class MemoryCallbackStore : ICallbackStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, string Nonce), DateTimeOffset> _nonces = [];
    private readonly Dictionary<(int Tenant, string Key), Entry> _entries = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CallbackReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<CallbackRecord> requests,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(requests);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<CallbackReceipt>>([
                .. requests.Select(request =>
                    !_nonces.TryAdd((tenant, request.Nonce), request.NonceUntil) ? CallbackReceipt.Replayed
                    : !_entries.TryAdd((tenant, request.Key), new Entry(request)) ? CallbackReceipt.Known
                    : CallbackReceipt.Accepted
                ),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LeasedCallback>> LeaseAsync(
        int tenant,
        string owner,
        int count,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            Entry[] due =
            [
                .. _entries
                    .Where(pair =>
                        pair.Key.Tenant == tenant && pair.Value.State == CallbackState.Queued && pair.Value.DueAt <= now
                    )
                    .Select(pair => pair.Value)
                    .OrderBy(entry => entry.DueAt)
                    .Take(count),
            ];
            foreach (var entry in due)
            {
                (entry.Owner, entry.DueAt, entry.Attempts) = (owner, until, entry.Attempts + 1);
            }

            return Task.FromResult<IReadOnlyList<LeasedCallback>>([.. due.Select(entry => entry.ToLeased())]);
        }
    }

    /// <inheritdoc/>
    public Task SettleAsync(
        int tenant,
        string owner,
        IReadOnlyList<CallbackSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settlements);
        lock (_gate)
        {
            foreach (var settlement in settlements)
            {
                var entry = _entries[(tenant, settlement.Key)];
                if (entry.State == CallbackState.Queued && string.Equals(entry.Owner, owner, StringComparison.Ordinal))
                {
                    (entry.Owner, entry.State, entry.DueAt) = (null, settlement.State, settlement.At);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<WelcomeTicket?> FindWelcomeAsync(
        int tenant,
        string customer,
        string? staff,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult(
                _entries
                    .Where(pair => pair.Key.Tenant == tenant)
                    .Select(pair => pair.Value.Welcome)
                    .LastOrDefault(welcome =>
                        welcome is not null
                        && welcome.Customer.Equals(customer, StringComparison.Ordinal)
                        && (staff is null || welcome.Staff.Equals(staff, StringComparison.Ordinal))
                    )
            );
        }
    }

    /// <inheritdoc/>
    public Task<int> RemoveAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            foreach (var (nonce, until) in _nonces.Where(pair => pair.Value < now).ToArray())
            {
                _nonces.Remove(nonce);
            }

            var old = _entries
                .Where(pair => pair.Value.State != CallbackState.Queued && pair.Value.DueAt < settledBefore)
                .Select(pair => pair.Key)
                .ToArray();
            Array.ForEach(old, key => _entries.Remove(key));
            return Task.FromResult(old.Length);
        }
    }

    private sealed class Entry(CallbackRecord record)
    {
        public CallbackState State { get; set; } = CallbackState.Queued;

        public DateTimeOffset DueAt { get; set; } = DateTimeOffset.MinValue;

        public string? Owner { get; set; }

        public int Attempts { get; set; }

        public WelcomeTicket? Welcome => record.Welcome;

        public LeasedCallback ToLeased() => new(record.Key, record.Xml, record.ReceivedAt, Attempts);
    }
}
