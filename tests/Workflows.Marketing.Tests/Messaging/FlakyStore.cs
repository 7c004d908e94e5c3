using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>An outbox whose database is down at the first look.</summary>
internal sealed class FlakyStore(IMessageStore inner) : IMessageStore
{
    private bool _failed;

    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken)
    {
        if (_failed)
        {
            return inner.LeaseAsync(lease, cancellationToken);
        }

        _failed = true;
        throw new InvalidOperationException("database down");
    }

    public Task<IReadOnlyList<SubmittedMessage>> LeaseSubmittedAsync(
        MessageLease lease,
        CancellationToken cancellationToken
    ) => inner.LeaseSubmittedAsync(lease, cancellationToken);

    public Task<LeasedMessage?> AddAsync(
        int tenant,
        OutboundMessage message,
        MessageLease lease,
        CancellationToken cancellationToken
    ) => inner.AddAsync(tenant, message, lease, cancellationToken);

    public Task SettleAsync(
        string owner,
        IReadOnlyList<MessageSettlement> settlements,
        CancellationToken cancellationToken
    ) => inner.SettleAsync(owner, settlements, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        inner.NextDueAsync(cancellationToken);

    public Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken) =>
        inner.FindAsync(tenant, key, cancellationToken);

    public Task<IReadOnlyList<MessageRecord>> ListAsync(
        int tenant,
        MessageQuery query,
        CancellationToken cancellationToken
    ) => inner.ListAsync(tenant, query, cancellationToken);

    public Task<int> RequeueAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    ) => inner.RequeueAsync(tenant, keys, dueAt, cancellationToken);

    public Task<int> TakeBackAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => inner.TakeBackAsync(tenant, keys, at, cancellationToken);
}
