using System.Text.Json;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Moments;

/// <summary>Reads a post: a text of at most 2,000 characters with nine images, or one video, or one link; never mixed.</summary>
internal static class MomentReader
{
    private const int LongestText = 2_000;
    private const int MostImages = 9;

    public static MomentContent Read(Call call)
    {
        var text = call.Body.Part("text")?.Text("content");
        var attachments = call.Body.Parts("attachments");
        if (string.IsNullOrEmpty(text) && attachments.Count == 0)
        {
            throw RefusedException.Missing("text and attachments");
        }

        Sizes.OptionalCharacters("text.content", text, LongestText);
        CheckTypes([.. attachments.Select(attachment => attachment.Required("msgtype", ErrorCodes.BadAttachment))]);
        var said = new SaidContent(text, [.. attachments.Select(attachment => Attachment(call, attachment))]);
        return new MomentContent(said, call.Body.Raw("text"), Raw(call));
    }

    private static void CheckTypes(IReadOnlyList<string> types)
    {
        if (types.Distinct().Count() > 1)
        {
            throw new RefusedException(
                ErrorCodes.BadAttachment,
                Breaches.MixedMoments,
                $"invalid attachments msgtype: {string.Join(", ", types.Distinct())} together"
            );
        }

        var most = types is [] or ["image", ..] ? MostImages : 1;
        if (types.Count > most)
        {
            throw RefusedException.TooMany("attachments", types.Count, most);
        }
    }

    private static LoggedAttachment Attachment(Call call, CallBody attachment)
    {
        var type = attachment.Required("msgtype");
        var part = attachment.Part(type) ?? throw RefusedException.Missing(type, ErrorCodes.BadAttachment);
        return type switch
        {
            "image" or "video" => new LoggedAttachment(type, MediaId: Media(call, part)),
            "link" => new LoggedAttachment(
                type,
                Sizes.OptionalBytes("link.title", part.Text("title"), 64),
                Url: part.Required("url"),
                MediaId: Media(call, part)
            ),
            _ => throw RefusedException.Wrong("attachments.msgtype", $"is {type}", ErrorCodes.BadAttachment),
        };
    }

    private static string Media(Call call, CallBody part) =>
        call.Company.Media.Valid(part.Required("media_id", ErrorCodes.BadMedia), call.Now).MediaId;

    private static IReadOnlyList<JsonElement> Raw(Call call) =>
        call.Body.Raw("attachments") is { } attachments ? [.. attachments.EnumerateArray()] : [];
}
