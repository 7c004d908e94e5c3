namespace Workflows.Storage.Messages;

/// <summary>Writes what became of messages, in the words of one database.</summary>
internal interface IMessageLedger
{
    /// <summary>Writes changes of messages that this owner has leased, in one transaction.</summary>
    Task SettleAsync(string owner, IReadOnlyList<MessageChange> changes, CancellationToken cancellationToken);
}
