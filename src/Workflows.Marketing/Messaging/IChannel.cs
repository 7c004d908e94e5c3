namespace Workflows.Marketing.Messaging;

/// <summary>A way to a recipient. Channels are called by the dispatcher, never inside a turn.</summary>
public interface IChannel
{
    /// <summary>The name journeys use, for example <c>webhook</c>; letter case does not count.</summary>
    string Name { get; }

    /// <summary>
    /// Whether it speaks through an interface that the platform offers for this purpose. One that imitates a client or a
    /// person says false, and is refused outside tests: brands lose their account for such sending (S0-42).
    /// </summary>
    bool IsOfficial => true;

    /// <summary>
    /// Tries once to deliver. May be called again with the same key after a crash, with a higher
    /// <see cref="DeliveryAttempt.Number"/>; passes the key on, so that the other side can drop the second one, or finds out
    /// itself whether the first arrived. Failures are receipts; an exception counts as <see cref="Receipt.Unknown"/>.
    /// </summary>
    Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken);
}
