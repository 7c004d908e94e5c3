using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

/// <summary>Messages that tests hand to channels.</summary>
internal static class Letters
{
    public static DeliveryAttempt To(
        ContactIdentity? identity,
        Carrier carrier,
        string text = "谢谢！",
        string purpose = "marketing",
        string? destination = null,
        params Attachment[] attachments
    ) =>
        new(
            new OutboundMessage(
                "care:1:i:a:1",
                new Recipient.Person(
                    Guid.Parse("018f0000-0000-7000-8000-000000000001"),
                    identity is null ? [] : [identity]
                ),
                carrier,
                "channel",
                "first",
                new MessageContent(text, attachments),
                purpose,
                DateTimeOffset.UnixEpoch,
                "care",
                1
            )
            {
                Destination = destination,
            },
            1,
            DateTimeOffset.UnixEpoch
        );
}
