namespace Workflows.Marketing.Messaging;

/// <summary>An outbox in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
public sealed class MemoryMessageStore : IMessageStore
{
    private readonly Lock _gate = new();
    private readonly List<MemoryMessage> _messages = [];
    private readonly Dictionary<(int Tenant, string Key), MemoryMessage> _byKey = [];

    /// <summary>Puts messages into the outbox, as the commit of a turn does; a key that is known changes nothing.</summary>
    public void Add(int tenant, params IEnumerable<OutboundMessage> messages)
    {
        lock (_gate)
        {
            foreach (var message in messages)
            {
                var entry = new MemoryMessage(tenant, message);
                if (_byKey.TryAdd((tenant, message.Key), entry))
                {
                    _messages.Add(entry);
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
            var batches = new Dictionary<string, int>(lease.Batches, StringComparer.OrdinalIgnoreCase);
            var due = _messages
                .Where(entry => entry.State.IsWaiting() && entry.DueAt <= lease.Now)
                .OrderByDescending(entry => entry.Message.Priority)
                .ThenBy(entry => entry.DueAt)
                .ToLookup(entry => batches.ContainsKey(entry.Message.Channel));
            var single = due[false].Take(lease.Count);
            var many = due[true]
                .GroupBy(entry => entry.Message.Channel, StringComparer.OrdinalIgnoreCase)
                .SelectMany(channel => channel.Take(batches[channel.Key]));
            return Task.FromResult<IReadOnlyList<LeasedMessage>>([
                .. single
                    .Concat(many)
                    .ToArray()
                    .OrderByDescending(entry => entry.Message.Priority)
                    .ThenBy(_messages.IndexOf)
                    .Select(entry => entry.Lease(lease)),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmittedMessage>> LeaseSubmittedAsync(
        MessageLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            MemoryMessage[] due =
            [
                .. _messages.Where(entry => entry.State == MessageState.Submitted && entry.DueAt <= lease.Now),
            ];
            var references = due.OrderBy(entry => entry.DueAt)
                .Take(lease.Count)
                .Select(entry => entry.Reference)
                .ToHashSet(StringComparer.Ordinal);
            return Task.FromResult<IReadOnlyList<SubmittedMessage>>([
                .. due.Where(entry => references.Contains(entry.Reference))
                    .OrderBy(entry => entry.Reference, StringComparer.Ordinal)
                    .Select(entry => entry.LeaseSubmitted(lease)),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<LeasedMessage?> AddAsync(
        int tenant,
        OutboundMessage message,
        MessageLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            var entry = new MemoryMessage(tenant, message);
            if (!_byKey.TryAdd((tenant, message.Key), entry))
            {
                return Task.FromResult<LeasedMessage?>(null);
            }

            _messages.Add(entry);
            return Task.FromResult<LeasedMessage?>(entry.Lease(lease));
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
                    && !entry.State.IsFinal()
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
                _messages.Where(entry => !entry.State.IsFinal()).Min(entry => (DateTimeOffset?)entry.DueAt)
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
                    .Reverse(_messages)
                    .Where(entry => entry.Tenant == tenant)
                    .Select(entry => entry.ToRecord())
                    .Where(query.Takes)
                    .Skip(query.Skip)
                    .Take(query.Take),
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
            MemoryMessage[] dead =
            [
                .. keys.Distinct(StringComparer.Ordinal)
                    .Select(key => _byKey.GetValueOrDefault((tenant, key)))
                    .OfType<MemoryMessage>()
                    .Where(entry => entry.State == MessageState.Dead),
            ];
            foreach (var entry in dead)
            {
                entry.Requeue(dueAt);
            }

            return Task.FromResult(dead.Length);
        }
    }
}
