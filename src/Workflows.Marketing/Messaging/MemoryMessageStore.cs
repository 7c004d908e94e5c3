namespace Workflows.Marketing.Messaging;

/// <summary>An outbox in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
public sealed class MemoryMessageStore : IMessageStore
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(int Tenant, string Key), Entry> _byKey = [];

    /// <summary>Puts messages into the outbox, as the commit of a turn does; a key that is known changes nothing.</summary>
    public void Add(int tenant, params IEnumerable<OutboundMessage> messages)
    {
        lock (_gate)
        {
            foreach (var message in messages)
            {
                var entry = new Entry(tenant, message);
                if (_byKey.TryAdd((tenant, message.Key), entry))
                {
                    _entries.Add(entry);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            Entry[] leased =
            [
                .. _entries
                    .Where(entry => entry.State == MessageState.Queued && entry.AvailableAt <= lease.Now)
                    .OrderBy(entry => entry.AvailableAt)
                    .Take(lease.Count),
            ];
            foreach (var entry in leased)
            {
                entry.Attempts++;
                entry.Owner = lease.Owner;
                entry.AvailableAt = lease.Until;
            }

            return Task.FromResult<IReadOnlyList<LeasedMessage>>([
                .. leased.Select(entry => new LeasedMessage(entry.Tenant, entry.Message, entry.Attempts)),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SettleAsync(
        string owner,
        IReadOnlyList<MessageSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settlements);
        lock (_gate)
        {
            foreach (var settlement in settlements)
            {
                if (
                    _byKey.TryGetValue((settlement.Tenant, settlement.Key), out var entry)
                    && entry.State == MessageState.Queued
                    && string.Equals(entry.Owner, owner, StringComparison.Ordinal)
                )
                {
                    entry.Settle(settlement);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(
                _entries
                    .Where(entry => entry.State == MessageState.Queued)
                    .Min(entry => (DateTimeOffset?)entry.AvailableAt)
            );
        }
    }

    /// <inheritdoc/>
    public Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_byKey.GetValueOrDefault((tenant, key))?.ToRecord());
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MessageRecord>> ListAsync(
        int tenant,
        MessageQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<MessageRecord>>([
                .. Enumerable
                    .Reverse(_entries)
                    .Where(entry =>
                        entry.Tenant == tenant
                        && (query.ContactId is null || entry.Message.ContactId == query.ContactId)
                        && (query.State is null || entry.State == query.State)
                    )
                    .Skip(query.Skip)
                    .Take(query.Take)
                    .Select(entry => entry.ToRecord()),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<int> RequeueAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            Entry[] dead =
            [
                .. keys.Distinct(StringComparer.Ordinal)
                    .Select(key => _byKey.GetValueOrDefault((tenant, key)))
                    .OfType<Entry>()
                    .Where(entry => entry.State == MessageState.Dead),
            ];
            foreach (var entry in dead)
            {
                entry.Requeue(dueAt);
            }

            return Task.FromResult(dead.Length);
        }
    }

    private sealed class Entry(int tenant, OutboundMessage message)
    {
        private DateTimeOffset? _settledAt;
        private string? _reference;
        private string? _lastError;

        public int Tenant => tenant;

        public OutboundMessage Message => message;

        public MessageState State { get; private set; } = MessageState.Queued;

        public int Attempts { get; set; }

        public string? Owner { get; set; }

        public DateTimeOffset AvailableAt { get; set; } = message.CreatedAt;

        public void Settle(MessageSettlement settlement)
        {
            Owner = null;
            switch (settlement)
            {
                case MessageSettlement.Delivered delivered:
                    (State, _settledAt, _reference, _lastError) = (
                        MessageState.Delivered,
                        delivered.At,
                        delivered.Reference,
                        null
                    );
                    break;
                case MessageSettlement.Postponed postponed:
                    (AvailableAt, _lastError) = (postponed.DueAt, postponed.Reason);
                    break;
                case MessageSettlement.Dead dead:
                    (State, _settledAt, _lastError) = (MessageState.Dead, dead.At, dead.Reason);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        public void Requeue(DateTimeOffset dueAt)
        {
            (State, Attempts, AvailableAt, _settledAt) = (MessageState.Queued, 0, dueAt, null);
        }

        public MessageRecord ToRecord() =>
            new(message, State, Attempts, AvailableAt, _settledAt, _reference, _lastError);
    }
}
