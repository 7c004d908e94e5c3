using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Sms;

/// <summary>The text as the phone shows it: who says it, what, and how to refuse (L10).</summary>
internal static class SmsText
{
    /// <summary>The longest text gateways take, signature included: seven parts of 67 characters and some room.</summary>
    public const int Longest = 500;

    public static string Compose(SmsOptions options, OutboundMessage message)
    {
        var links = message.Content.Attachments.OfType<Attachment.Link>().Select(link => link.Url);
        var text = string.Join(' ', links.Prepend(message.Content.Text.Trim()).Where(part => part.Length > 0));
        var signed = text.StartsWith('【') ? text : $"【{options.Signature}】{text}";
        return IsMarketing(message) && !signed.Contains(options.OptOutText, StringComparison.Ordinal)
            ? $"{signed} {options.OptOutText}"
            : signed;
    }

    private static bool IsMarketing(OutboundMessage message) =>
        message.Purpose.Equals("marketing", StringComparison.OrdinalIgnoreCase);
}
