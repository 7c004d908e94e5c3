using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Messaging;
using Attachment = Workflows.Marketing.Messaging.Attachment;

namespace Workflows.Marketing.Channels.Email;

/// <summary>A message as a letter: plain text, UTF-8, its id made from the effect key.</summary>
internal static class EmailLetter
{
    public static MailMessage Write(EmailOptions options, OutboundMessage message, MailAddress to)
    {
        var from = new MailAddress(options.From!);
        var letter = new MailMessage(from, to)
        {
            Subject = Subject(message),
            SubjectEncoding = Encoding.UTF8,
            Body = Body(message),
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The same key is the same letter: mailboxes show one of two with the same id.
        letter.Headers.Add("Message-ID", MessageId(message.Key, from.Host));
        if (options.Unsubscribe is { } page && message.Purpose.Equals("marketing", StringComparison.OrdinalIgnoreCase))
        {
            letter.Headers.Add("List-Unsubscribe", $"<{page.AbsoluteUri}>");
        }

        return letter;
    }

    /// <summary>The letter's id in the mailboxes of the world, made from the effect key.</summary>
    public static string MessageId(string key, string host) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}@{host}>";

    private static string Subject(OutboundMessage message)
    {
        var subject = message.Content.Fields().Values.GetValueOrDefault("subject");
        var line = string.IsNullOrWhiteSpace(subject) ? message.Template : subject;
        return line.ReplaceLineEndings(" ").Trim();
    }

    private static string Body(OutboundMessage message)
    {
        var links = message
            .Content.Attachments.OfType<Attachment.Link>()
            .Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.Title}\n{link.Url}"));
        return string.Join("\n\n", links.Prepend(message.Content.Text));
    }
}
