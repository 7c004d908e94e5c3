namespace Workflows.Marketing.Messaging;

/// <summary>One try to deliver one message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Number">
/// Which try this is, from 1. More than 1 means that an earlier one may have been cut short by a crash or a time-out: the
/// message may have been received.
/// </param>
/// <param name="FirstAt">When the first try began of those that may have arrived, this one included.</param>
public sealed record DeliveryAttempt(OutboundMessage Message, int Number, DateTimeOffset FirstAt)
{
    /// <summary>Whose message it is.</summary>
    public int Tenant { get; init; }
}
