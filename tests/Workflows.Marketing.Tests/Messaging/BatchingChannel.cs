using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>A channel that takes many messages at once and keeps what it was given.</summary>
internal sealed class BatchingChannel(Func<DeliveryAttempt, Receipt>? answer = null) : IBatchChannel
{
    public string Name => "batching";

    public int MaxBatch => 3;

    public List<IReadOnlyList<DeliveryAttempt>> Batches { get; } = [];

    public string BatchKey(OutboundMessage message) => message.Template;

    public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A batch channel is given batches.");

    public Task<IReadOnlyList<Receipt>> SendAsync(
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        lock (Batches)
        {
            Batches.Add(attempts);
        }

        return Task.FromResult<IReadOnlyList<Receipt>>([
            .. attempts.Select(attempt => answer?.Invoke(attempt) ?? new Receipt.Delivered()),
        ]);
    }
}
