using System.Globalization;
using System.Text;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Content;

/// <summary>How much WeCom takes in one message (path/92135, path/95094); sizes are of the UTF-8 text.</summary>
public static class ContentLimits
{
    private const int Text = 4_000;
    private const int MomentText = 2_000;
    private const int Attachments = 9;
    private const int LinkTitle = 128;
    private const int MomentLinkTitle = 64;
    private const int LinkDescription = 512;
    private const int LinkUrl = 2_048;
    private const int MiniProgramTitle = 64;

    /// <summary>What is too much, or does not go together.</summary>
    /// <param name="content">The content, filled in.</param>
    /// <param name="carrier">Where it is said.</param>
    /// <returns>The first mistake in one line, or null when WeCom takes it.</returns>
    public static string? FindMistake(MessageContent content, Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content switch
        {
            { Text.Length: 0, Attachments.Count: 0 } => "The message is empty.",
            { Attachments.Count: > Attachments } => TooMuch("attachments", content.Attachments.Count, Attachments),
            _ when carrier == Carrier.Moments => MomentMistake(content),
            _ => TooLong("text", content.Text, Text)
                ?? content.Attachments.Select(part => Mistake(part, LinkTitle)).FirstOrDefault(one => one is not null),
        };
    }

    private static string? MomentMistake(MessageContent content)
    {
        var kinds = content.Attachments.Select(part => part.GetType()).Distinct().ToList();
        return content.Text.Length > MomentText ? TooMuch("characters of text", content.Text.Length, MomentText)
            : kinds.Count > 1 ? "A Moment has pictures, or one video, or one link; not several of these."
            : content.Attachments.Count > 1 && content.Attachments[0] is not Attachment.Image
                ? "A Moment has one video or one link."
            : content.Attachments.Any(part => part is Attachment.MiniProgram or Attachment.File)
                ? "A Moment carries pictures, a video or a link."
            : content.Attachments.Select(part => Mistake(part, MomentLinkTitle)).FirstOrDefault(one => one is not null);
    }

    private static string? Mistake(Attachment attachment, int linkTitle) =>
        attachment switch
        {
            Attachment.Link link => TooLong("link's title", link.Title, linkTitle)
                ?? TooLong("link's description", link.Description, LinkDescription)
                ?? TooLong("link's address", link.Url, LinkUrl),
            Attachment.MiniProgram page => TooLong("mini-program's title", page.Title, MiniProgramTitle),
            _ => null,
        };

    private static string? TooLong(string what, string? text, int most) =>
        text is not null && Encoding.UTF8.GetByteCount(text) is var size && size > most
            ? string.Create(CultureInfo.InvariantCulture, $"The {what} has {size} bytes; WeCom takes {most}.")
            : null;

    private static string TooMuch(string what, int count, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}; WeCom takes {most}.");
}
