using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Writes changes of WeCom's records as messages, so that they leave with the turn's commit, once, and are tried until they are done.</summary>
internal static class RecordMessages
{
    /// <summary>A change that a journey or a person wants.</summary>
    /// <param name="key">The effect key.</param>
    /// <param name="recipient">The customer or the group it is about.</param>
    /// <param name="staff">The member of staff whose record it is.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="by">The journey and its version; for people a word for what they use.</param>
    /// <param name="at">When it was wanted.</param>
    public static OutboundMessage Of(
        string key,
        Recipient recipient,
        string? staff,
        RecordChange change,
        (string Journey, int Version) by,
        DateTimeOffset at
    ) =>
        new(
            key,
            recipient,
            Carrier.Record,
            RecordChannel.ChannelName,
            NameOf(change),
            new MessageContent(change.Write()),
            "service",
            at,
            by.Journey,
            by.Version
        )
        {
            Sender = staff,
        };

    private static string NameOf(RecordChange change) =>
        change switch
        {
            RecordChange.Tags => "tags",
            RecordChange.Note => "note",
            RecordChange.CustomerMove => "customer-transfer",
            _ => "group-transfer",
        };
}
