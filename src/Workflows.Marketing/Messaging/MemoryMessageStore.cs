using Workflows.Runtime.Durability;

namespace Workflows.Marketing.Messaging;

/// <summary>An outbox in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
/// <param name="woken">Takes the work that wakes instances whose messages ended; null for nobody.</param>
public sealed class MemoryMessageStore(Action<IReadOnlyList<WorkItem>>? woken = null) : IMessageStore
{
    private readonly Lock _gate = new();
    private readonly List<MemoryMessage> _messages = [];
    private readonly Dictionary<(int Tenant, string Key), MemoryMessage> _byKey = [];

    /// <summary>Puts messages into the outbox, as the commit of a turn does; a key that is known changes nothing.</summary>
    public void Add(int tenant, params IEnumerable<OutboundMessage> messages)
    {
        foreach (var message in messages)
        {
            Add(tenant, message.ContactId ?? Guid.Empty, message);
        }
    }

    /// <summary>Puts a message into the outbox, as the commit of a turn does; a key that is known changes nothing.</summary>
    /// <param name="tenant">Whose message it is.</param>
    /// <param name="subject">Whose turn emitted it.</param>
    /// <param name="message">The message.</param>
    public void Add(int tenant, Guid subject, OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            var entry = new MemoryMessage(tenant, subject, message);
            if (_byKey.TryAdd((tenant, message.Key), entry))
            {
                _messages.Add(entry);
            }
        }
    }

    /// <summary>Takes back what instances still have on its way, as the commit that cancels them does.</summary>
    public void TakeBack(int tenant, IReadOnlyCollection<Guid> instanceIds, DateTimeOffset at)
    {
        lock (_gate)
        {
            foreach (var entry in _messages.Where(entry => entry.Tenant == tenant && !entry.State.IsFinal()))
            {
                if (entry.Message.InstanceId is { } id && instanceIds.Contains(id))
                {
                    entry.TakeBack(at);
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
                .Where(entry => entry.State.IsWaiting() && entry.IsDue(lease))
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
            MemoryMessage[] submitted = [.. _messages.Where(entry => entry.State == MessageState.Submitted)];
            var references = submitted
                .Where(entry => entry.IsDue(lease))
                .OrderBy(entry => entry.DueAt)
                .Take(lease.Count)
                .Select(entry => entry.Reference)
                .ToHashSet(StringComparer.Ordinal);
            return Task.FromResult<IReadOnlyList<SubmittedMessage>>([
                .. submitted
                    .Where(entry => references.Contains(entry.Reference))
                    .Where(entry => entry.IsFree(lease))
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
            var entry = new MemoryMessage(tenant, message.ContactId ?? Guid.Empty, message);
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
        var work = new List<WorkItem>();
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
                    AddWork(entry, settlement, work);
                }
            }
        }

        if (work.Count > 0)
        {
            woken?.Invoke(work);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> TakeBackAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            MemoryMessage[] open = [.. Find(tenant, keys).Where(entry => !entry.State.IsFinal())];
            Array.ForEach(open, entry => entry.TakeBack(at));
            return Task.FromResult(open.Length);
        }
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
            MemoryMessage[] dead = [.. Find(tenant, keys).Where(entry => entry.State == MessageState.Dead)];
            Array.ForEach(dead, entry => entry.Requeue(dueAt));
            return Task.FromResult(dead.Length);
        }
    }

    private IEnumerable<MemoryMessage> Find(int tenant, IReadOnlyList<string> keys) =>
        keys.Distinct(StringComparer.Ordinal)
            .Select(key => _byKey.GetValueOrDefault((tenant, key)))
            .OfType<MemoryMessage>();

    private static void AddWork(MemoryMessage entry, MessageSettlement settlement, List<WorkItem> work)
    {
        if (settlement is MessageSettlement.Ended ended && entry.Message.InstanceId is { } instance)
        {
            var outcome = MessageOutcome.Of(ended);
            work.Add(outcome.ToWork(entry.Tenant, entry.Subject, instance, entry.Message.Key, ended.At));
        }
    }
}
