using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Changes that are made at once, for one customer and one member of staff.</summary>
internal abstract class SoloRecords(RecordParts parts) : IRecordRoute
{
    protected RecordParts Parts { get; } = parts;

    public async Task<IReadOnlyList<Receipt>> SendAsync(
        RecordChange change,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        var message = attempts[0].Message;
        return RecordChannel.CustomerOf(message) is not { } customer
                ? [Ended(WeComReasons.NoIdentity, "The contact is no customer of the company in WeCom.")]
            : message.Sender is not { } staff ? [Ended(WeComReasons.NoSender, "No member of staff is named.")]
            : [await ChangeAsync(change, message, (staff, customer), cancellationToken)];
    }

    public Task<IReadOnlyList<Receipt>> CheckAsync(
        RecordChange change,
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Receipt>>(
            RecordChannel.All(messages.Count, new Receipt.Unavailable("It is not one that takes its time."))
        );

    protected abstract Task<Receipt> ChangeAsync(
        RecordChange change,
        OutboundMessage message,
        (string Staff, string Customer) whose,
        CancellationToken cancellationToken
    );

    private static Receipt.Ended Ended(string code, string reason) => new(SendOutcome.Refused, code, reason);
}
