namespace Workflows.Marketing.Messaging;

/// <summary>The outbox. Turns add to it in their own commit; the dispatcher takes from it.</summary>
public interface IMessageStore
{
    /// <summary>
    /// Leases messages that wait, are due and are not leased by another, and counts an attempt for each: higher priority
    /// first, then what has waited longest. They are given in the order they were emitted.
    /// </summary>
    Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken);

    /// <summary>Leases submitted messages that have to be asked about, those of one reference together.</summary>
    Task<IReadOnlyList<SubmittedMessage>> LeaseSubmittedAsync(MessageLease lease, CancellationToken cancellationToken);

    /// <summary>Adds a message that no turn emits and that its owner delivers itself, leased to the owner as a first attempt.</summary>
    /// <returns>It, leased; null when a message of its key is known, which stays as it is.</returns>
    Task<LeasedMessage?> AddAsync(
        int tenant,
        OutboundMessage message,
        MessageLease lease,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Writes what attempts and checks came to, in one transaction; those whose lease moved to another owner are ignored.
    /// </summary>
    Task SettleAsync(string owner, IReadOnlyList<MessageSettlement> settlements, CancellationToken cancellationToken);

    /// <summary>
    /// Takes messages back that are not over: those that wait end as cancelled, submitted tasks are cancelled at the other
    /// side, and what is on its way at this moment ends as it may.
    /// </summary>
    /// <returns>How many of the keys were messages that are not over.</returns>
    Task<int> TakeBackAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>When the earliest message can be leased, to be sent or to be asked about; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The message with this key, or null.</summary>
    Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken);

    /// <summary>Messages, newest first.</summary>
    Task<IReadOnlyList<MessageRecord>> ListAsync(int tenant, MessageQuery query, CancellationToken cancellationToken);

    /// <summary>Puts dead letters back into the queue with their attempts and their outcome forgotten.</summary>
    /// <returns>How many of the keys were dead letters.</returns>
    Task<int> RequeueAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    );
}
