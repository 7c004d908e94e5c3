using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>Whom a message of WeChat goes to.</summary>
internal static class WeChatAddress
{
    public static Receipt Missing { get; } =
        new Receipt.Ended(SendOutcome.Refused, "no_openid", "The contact has no openid.");

    /// <summary>The openid: the block's own, or the contact's.</summary>
    public static string? OpenId(this OutboundMessage message) =>
        message.Destination
        ?? (message.Recipient as Recipient.Person)
            ?.To.FirstOrDefault(identity => identity.Kind == IdentityKind.OpenId)
            ?.Value;
}
