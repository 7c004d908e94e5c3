namespace Workflows.Marketing.Messaging;

/// <summary>A channel whose other side takes many messages at once, for example one group send of one staff member to many customers.</summary>
public interface IBatchChannel : IChannel
{
    /// <summary>How many messages one call takes at most; at least 1.</summary>
    int MaxBatch { get; }

    /// <summary>What messages have to have in common to go out together; pure, for example sender and content.</summary>
    string BatchKey(OutboundMessage message);

    /// <summary>Tries once to deliver messages of one <see cref="BatchKey"/>, each to another recipient.</summary>
    /// <returns>One receipt for each attempt, in their order.</returns>
    Task<IReadOnlyList<Receipt>> SendAsync(
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    );
}
