using Workflows.Runtime.Durability;

namespace Workflows.Storage.Messages;

/// <summary>Writes what became of messages, in the words of one database.</summary>
internal interface IMessageLedger
{
    /// <summary>
    /// Writes changes of messages that this owner has leased, in one transaction with the work that wakes instances which
    /// wait for the outcomes.
    /// </summary>
    /// <returns>The partitions of that work.</returns>
    Task<PartitionSet> SettleAsync(
        string owner,
        IReadOnlyList<MessageChange> changes,
        CancellationToken cancellationToken
    );
}
