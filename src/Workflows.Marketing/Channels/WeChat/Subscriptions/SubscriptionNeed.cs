using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>A message that may only be sent against an approval.</summary>
/// <param name="Key">The message's key: it uses one approval however often it is tried.</param>
/// <param name="ContactId">Whose approval.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="Template">Of which template.</param>
public sealed record SubscriptionNeed(string Key, Guid ContactId, string Channel, string Template)
{
    /// <summary>What a message needs, or null where it needs no approval.</summary>
    internal static SubscriptionNeed? Of(OutboundMessage message)
    {
        var fields = message.Content.Fields();
        var isSubscribed =
            IsOf(message, SubscriptionGrant.MiniProgram)
            // Without template fields it is a customer-service message, which needs none.
            || (
                IsOf(message, SubscriptionGrant.OfficialAccount)
                && message.Content.Attachments.OfType<Attachment.Fields>().Any()
            );
        return isSubscribed && message.Recipient is Recipient.Person person
            ? new SubscriptionNeed(
                message.Key,
                person.ContactId,
                message.Channel.ToLowerInvariant(),
                fields.Template.Length > 0 ? fields.Template : message.Template
            )
            : null;
    }

    private static bool IsOf(OutboundMessage message, string channel) =>
        channel.Equals(message.Channel, StringComparison.OrdinalIgnoreCase);
}
