namespace Workflows.Marketing.Messaging;

/// <summary>A way to a contact. Channels are called by the dispatcher, never inside a turn.</summary>
public interface IChannel
{
    /// <summary>The name journeys use, for example <c>webhook</c>; letters do not count.</summary>
    string Name { get; }

    /// <summary>
    /// Tries once to deliver. May be called again with the same key after a crash; passes the
    /// key on, so that the other side can drop the second one. Failures are receipts; an exception counts as
    /// <see cref="Receipt.Unavailable"/>.
    /// </summary>
    Task<Receipt> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}
