using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Content;

/// <summary>Reads the content of a mass message or a welcome: a text of at most 4,000 bytes and at most nine attachments.</summary>
internal static class ContentReader
{
    private const int LongestText = 4_000;
    private const int MostAttachments = 9;

    public static SaidContent Read(Call call)
    {
        var text = call.Body.Part("text")?.Text("content");
        var attachments = call.Body.Parts("attachments");
        if (attachments.Count > MostAttachments)
        {
            throw RefusedException.TooMany("attachments", attachments.Count, MostAttachments);
        }

        if (string.IsNullOrEmpty(text) && attachments.Count == 0)
        {
            throw RefusedException.Missing("text and attachments");
        }

        Sizes.OptionalBytes("text.content", text, LongestText);
        return new SaidContent(text, [.. attachments.Select(attachment => Attachment(call, attachment))]);
    }

    private static LoggedAttachment Attachment(Call call, CallBody attachment)
    {
        var type = attachment.Required("msgtype", ErrorCodes.BadAttachment);
        var part =
            attachment.Part(type)
            ?? throw RefusedException.Wrong(
                "attachments.msgtype",
                $"is {type} without such a part",
                ErrorCodes.BadAttachment
            );
        return Of(call, type, part);
    }

    /// <summary>One attachment by its type.</summary>
    public static LoggedAttachment Of(Call call, string type, CallBody part) =>
        type switch
        {
            "image" => Image(call, part),
            "link" => Link(part),
            "miniprogram" => MiniProgram(call, part),
            "video" or "file" => new LoggedAttachment(type, MediaId: Media(call, part, "media_id")),
            _ => throw RefusedException.Wrong("attachments.msgtype", $"is {type}", ErrorCodes.BadAttachment),
        };

    private static LoggedAttachment Image(Call call, CallBody part) =>
        part.Text("media_id") is { Length: > 0 }
            ? new LoggedAttachment("image", MediaId: Media(call, part, "media_id"), Picture: part.Text("pic_url"))
            : new LoggedAttachment("image", Picture: part.Required("pic_url", ErrorCodes.BadMedia));

    private static LoggedAttachment Link(CallBody part) =>
        new(
            "link",
            Sizes.Bytes("link.title", part.Required("title"), 128),
            Sizes.OptionalBytes("link.desc", part.Text("desc"), 512),
            Sizes.Bytes("link.url", part.Required("url"), 2_048),
            Sizes.OptionalBytes("link.picurl", part.Text("picurl"), 2_048)
        );

    private static LoggedAttachment MiniProgram(Call call, CallBody part) =>
        new(
            "miniprogram",
            Sizes.Bytes("miniprogram.title", part.Required("title"), 64),
            MediaId: Media(call, part, "pic_media_id"),
            AppId: part.Required("appid"),
            Page: part.Required("page")
        );

    private static string Media(Call call, CallBody part, string field) =>
        call.Company.Media.Valid(part.Required(field, ErrorCodes.BadMedia), call.Now).MediaId;
}
