using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>The ledger over the events of a <see cref="MemoryContactStore"/>, for trials and tests. Safe on every thread.</summary>
public sealed class MemorySubscriptionLedger(MemoryContactStore contacts) : ISubscriptionLedger
{
    private readonly Lock _gate = new();
    private readonly List<Approval> _approvals = [];
    private int _read;

    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<SubscriptionNeed> needs,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(needs);
        lock (_gate)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var need in needs)
            {
                var held = Approvals()
                    .Find(one => !one.IsVoid && string.Equals(one.Key, need.Key, StringComparison.Ordinal));
                held ??= Approvals()
                    .Where(one => one is { Key: null, IsVoid: false } && one.Fits(need))
                    .MinBy(one => one.At);
                if (held is not null)
                {
                    held.Key = need.Key;
                    taken.Add(need.Key);
                }
            }

            return Task.FromResult<IReadOnlySet<string>>(taken);
        }
    }

    /// <inheritdoc/>
    public Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (
                var one in Approvals()
                    .Where(one => one is { IsVoid: false, Key: { } key } && keys.Contains(key, StringComparer.Ordinal))
            )
            {
                one.Key = null;
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task VoidAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            foreach (
                var taken in Approvals()
                    .Where(one => one.Key is { } key && keys.Contains(key, StringComparer.Ordinal))
                    .ToArray()
            )
            {
                taken.IsVoid = true;
                foreach (var left in Approvals().Where(one => one.Key is null && one.At <= at && one.IsLike(taken)))
                {
                    left.IsVoid = true;
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubscriptionBalance>> ListAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SubscriptionBalance>>([
                .. Approvals()
                    .Where(one => one.ContactId == contactId)
                    .GroupBy(one => (one.Grant.Channel, one.Grant.Template))
                    .OrderBy(one => one.Key.Channel, StringComparer.Ordinal)
                    .ThenBy(one => one.Key.Template, StringComparer.Ordinal)
                    .Select(group => new SubscriptionBalance(
                        group.Key.Channel,
                        group.Key.Template,
                        group.Count(one => one is { Key: null, IsVoid: false }),
                        group.Count(one => one is { Key: not null, IsVoid: false }),
                        group.Count(one => one.IsVoid)
                    )),
            ]);
        }
    }

    // The store only grows: what is new since the last look is added.
    private List<Approval> Approvals()
    {
        var accepted = contacts.Accepted;
        foreach (var one in accepted.Skip(_read))
        {
            if (SubscriptionGrant.Of(one.Event) is { } grant)
            {
                _approvals.AddRange(
                    Enumerable.Range(0, grant.Count).Select(_ => new Approval(one.ContactId, grant, one.Event.At))
                );
            }
        }

        _read = accepted.Count;
        return _approvals;
    }

    private sealed class Approval(Guid contactId, SubscriptionGrant grant, DateTimeOffset at)
    {
        public Guid ContactId => contactId;

        public SubscriptionGrant Grant => grant;

        public DateTimeOffset At => at;

        public string? Key { get; set; }

        public bool IsVoid { get; set; }

        public bool Fits(SubscriptionNeed need) =>
            contactId == need.ContactId
            && string.Equals(grant.Channel, need.Channel, StringComparison.Ordinal)
            && string.Equals(grant.Template, need.Template, StringComparison.Ordinal);

        public bool IsLike(Approval other) =>
            contactId == other.ContactId
            && string.Equals(grant.Channel, other.Grant.Channel, StringComparison.Ordinal)
            && string.Equals(grant.Template, other.Grant.Template, StringComparison.Ordinal);
    }
}
