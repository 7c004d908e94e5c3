using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>A verified request as it is kept until it is handled, and for a while after.</summary>
/// <param name="Nonce">What makes the request itself: a second one with the same is a replay.</param>
/// <param name="Key">What makes the event itself: a second one with the same changes nothing.</param>
/// <param name="Event">WeCom's word for the event; at most 64 characters.</param>
/// <param name="ChangeType">WeCom's word for the change; at most 64 characters.</param>
/// <param name="Xml">The decrypted document.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="NonceUntil">Until when the nonce is remembered.</param>
public sealed record CallbackRecord(
    string Nonce,
    string Key,
    string Event,
    string ChangeType,
    string Xml,
    DateTimeOffset ReceivedAt,
    DateTimeOffset NonceUntil
)
{
    /// <summary>The right to greet that comes with it, or null.</summary>
    public WelcomeTicket? Welcome { get; init; }
}
