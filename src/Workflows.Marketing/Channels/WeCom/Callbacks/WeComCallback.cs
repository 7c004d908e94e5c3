using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>One event as WeCom told it, in the envelope of a company's own app or of a provider's.</summary>
public sealed class WeComCallback
{
    private readonly CallbackXml _fields;

    private WeComCallback(string xml, CallbackXml fields)
    {
        (Xml, _fields) = (xml, fields);
        Key = Hash(fields.Leaves);
    }

    /// <summary>
    /// What makes the event itself: a hash of all it says. WeCom's own advice (sender and second) makes one of two customers
    /// who are added in the same second; all fields together do not.
    /// </summary>
    public string Key { get; }

    /// <summary>The decrypted document.</summary>
    public string Xml { get; }

    /// <summary>What kind of event it is, for example <c>change_external_contact</c>; empty when it does not say.</summary>
    public string Event => Bounded(_fields["Event"] ?? EventOfProvider());

    /// <summary>Which change, for example <c>add_external_contact</c>; empty for events that have none.</summary>
    public string ChangeType => Bounded(_fields["ChangeType"] ?? "");

    /// <summary>When it happened, to the second; null when it does not say.</summary>
    public DateTimeOffset? At =>
        (_fields.Number("CreateTime") ?? _fields.Number("TimeStamp")) is > 0 and <= uint.MaxValue and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The member of staff, or null.</summary>
    public string? Staff => this["UserID"];

    /// <summary>The customer, or null.</summary>
    public string? Customer => this["ExternalUserID"];

    /// <summary>The code a welcome message may use once within 20 seconds, or null.</summary>
    public string? WelcomeCode => this["WelcomeCode"];

    /// <summary>The value of a field, or null.</summary>
    public string? this[string field] => _fields[field];

    /// <summary>The members a group's change is about, where WeCom names them.</summary>
    internal IEnumerable<string> Members => _fields.All("Item");

    /// <summary>The names and values the event has.</summary>
    internal IReadOnlyList<(string Name, string Value)> Fields => _fields.Leaves;

    /// <summary>Reads a decrypted document; null when it is no event at all.</summary>
    public static WeComCallback? Read(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return CallbackXml.Read(xml) is { } fields ? new WeComCallback(xml, fields) : null;
    }

    // A provider's envelope names the event in InfoType. Where that only says "event", what the event is about tells it.
    private string EventOfProvider() =>
        _fields["InfoType"] switch
        {
            null => "",
            "event" when _fields["ExternalUserID"] is not null => WeComEvents.ContactChange,
            "event" when _fields["ChatId"] is not null => WeComEvents.GroupChange,
            "event" when (_fields["TagType"] ?? _fields["StrategyId"]) is not null => WeComEvents.TagChange,
            var named => named,
        };

    private static string Bounded(string text) => text.Length <= 64 ? text : text[..64];

    private static string Hash(IEnumerable<(string Name, string Value)> leaves)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        // The order of elements means nothing; that of a list's items does, and a stable sort keeps it.
        foreach (var (name, value) in leaves.OrderBy(leaf => leaf.Name, StringComparer.Ordinal))
        {
            foreach (var part in (string[])[name, value])
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
                hash.AppendData(length);
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
