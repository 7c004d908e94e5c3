using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>How one kind of change is made.</summary>
internal interface IRecordRoute
{
    /// <summary>Makes changes that are the same but for whom they concern.</summary>
    /// <returns>One receipt each, in their order.</returns>
    Task<IReadOnlyList<Receipt>> SendAsync(
        RecordChange change,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    );

    /// <summary>Asks what became of changes that take their time.</summary>
    /// <returns>One receipt each, in their order.</returns>
    Task<IReadOnlyList<Receipt>> CheckAsync(
        RecordChange change,
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    );
}
