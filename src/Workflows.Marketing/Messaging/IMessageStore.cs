namespace Workflows.Marketing.Messaging;

/// <summary>The outbox. Turns add to it in their own commit; the dispatcher takes from it.</summary>
public interface IMessageStore
{
    /// <summary>Leases queued messages that are due and not leased by another, oldest first, and counts an attempt for each.</summary>
    Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken);

    /// <summary>Writes how attempts ended, in one transaction; those whose lease moved to another owner are ignored.</summary>
    Task SettleAsync(string owner, IReadOnlyList<MessageSettlement> settlements, CancellationToken cancellationToken);

    /// <summary>When the earliest queued message can be leased, or null when none is queued.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The message with this key, or null.</summary>
    Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken);

    /// <summary>Messages, newest first.</summary>
    Task<IReadOnlyList<MessageRecord>> ListAsync(int tenant, MessageQuery query, CancellationToken cancellationToken);

    /// <summary>Puts dead letters back into the queue with their attempts forgotten.</summary>
    /// <returns>How many of the keys were dead letters.</returns>
    Task<int> RequeueAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    );
}
