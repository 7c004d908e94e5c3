using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.Sms;

/// <summary>
/// What customers answer: signed by the gateway with the secret (HMAC-SHA256 over <c>{timestamp}.{body}</c>), at most five
/// minutes old. R, T, TD, N, 退订 and the like are an opt-out of marketing by SMS (L10); everything is an event
/// <c>sms.replied</c>.
/// </summary>
public sealed class SmsReplies
{
    /// <summary>The largest body read, in bytes.</summary>
    public const int MaxBody = 64 * 1024;

    /// <summary>The event of every answer; data: <c>text</c>.</summary>
    public const string Replied = "sms.replied";

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private static readonly HashSet<string> Refusals = new(StringComparer.OrdinalIgnoreCase)
    {
        "R",
        "T",
        "TD",
        "N",
        "0",
        "0000",
        "退订",
        "拒收",
        "STOP",
    };

    private readonly byte[] _secret;
    private readonly TimeProvider _clock;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public SmsReplies(SmsOptions options, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        (_secret, _clock) = (Encoding.UTF8.GetBytes(options.Secret!), clock);
    }

    /// <summary>The signature of a body, 64 hexadecimal digits.</summary>
    /// <param name="timestamp">Seconds since 1970, as sent.</param>
    /// <param name="body">The body as sent.</param>
    public string Sign(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Signed(timestamp, body)));

    /// <summary>Whether the gateway sent the body, a moment ago.</summary>
    public bool IsGenuine(string? timestamp, string? signature, ReadOnlySpan<byte> body) =>
        timestamp is not null
        && signature is not null
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds - seconds is var age
        && Math.Abs(age) <= Freshness.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sign(timestamp, body)),
            Encoding.ASCII.GetBytes(signature)
        );

    /// <summary>The events of an answer: what was written, and the opt-out if it is one.</summary>
    public static IReadOnlyList<ContactEvent> Events(SmsReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ContactIdentities who = [new ContactIdentity(IdentityKind.Phone, reply.Phone)];
        var text = JsonSerializer.Serialize(new { text = reply.Text });
        var replied = new ContactEvent("sms", reply.Id, Replied, reply.At, who, text);
        return IsRefusal(reply.Text)
            ?
            [
                replied,
                new ContactEvent(
                    "sms",
                    $"{reply.Id}:opt-out",
                    ContactEventTypes.OptedOut,
                    reply.At,
                    who,
                    """{"channel":"sms","purpose":"marketing"}"""
                ),
            ]
            : [replied];
    }

    /// <summary>Whether an answer says no.</summary>
    public static bool IsRefusal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Refusals.Contains(text.Trim().TrimEnd('.', '。', '!', '！'));
    }

    private static byte[] Signed(string timestamp, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(timestamp), (byte)'.', .. body];
}
