using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels;

/// <summary>A channel that keeps what it is given and sends nothing: for trials, demos and tests.</summary>
/// <param name="name">The name journeys use; <c>recording</c> unless it stands in for another channel.</param>
public sealed class RecordingChannel(string name = "recording") : IChannel
{
    private readonly List<OutboundMessage> _messages = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>What was given so far, in order.</summary>
    public IReadOnlyList<OutboundMessage> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    /// <inheritdoc/>
    public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        lock (_messages)
        {
            _messages.Add(attempt.Message);
        }

        return Task.FromResult<Receipt>(new Receipt.Delivered());
    }
}
