using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Media;

/// <summary>Uploads, with the platform's sizes for each kind and use.</summary>
internal static class MediaApi
{
    private const int Mega = 1024 * 1024;
    private const int SmallestFile = 5;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("media/upload", call => Upload(call, call.Asked("type"), moments: false)),
        ApiMethod.Post("media/upload_attachment", UploadAttachment),
        ApiMethod.Post("media/uploadimg", UploadImage),
    ];

    private static JsonObject UploadAttachment(Call call) =>
        call.Asked("attachment_type") switch
        {
            "1" => Upload(call, call.Asked("media_type"), moments: true),
            "2" => Upload(call, call.Asked("media_type"), moments: false),
            _ => throw RefusedException.Wrong("attachment_type", "must be 1 or 2"),
        };

    private static JsonObject Upload(Call call, string type, bool moments)
    {
        var item = Keep(call, type, Most(type, moments));
        return Answer.Ok(
            new
            {
                type,
                media_id = item.MediaId,
                created_at = call.Seconds.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    private static JsonObject UploadImage(Call call) =>
        Answer.Ok(new { url = $"{call.Company.Address}/media/{Keep(call, "image", 2 * Mega).MediaId}" });

    private static MediaItem Keep(Call call, string type, int most)
    {
        var file = call.File ?? throw RefusedException.Missing("media", ErrorCodes.EmptyParameter);
        if (file.Bytes.Length < SmallestFile || file.Bytes.Length > most)
        {
            throw RefusedException.Wrong(
                "media",
                $"has {file.Bytes.Length} bytes; 5 to {most} are allowed",
                ErrorCodes.TooBig
            );
        }

        var mediaId = call.Company.Ids.Next("media", 40);
        var item = new MediaItem(
            mediaId,
            type,
            file.FileName,
            file.ContentType,
            file.Bytes,
            call.Now + MediaShelf.Lifetime
        );
        call.Company.Media.Add(item);
        return item;
    }

    private static int Most(string type, bool moments) =>
        type switch
        {
            "image" => moments ? 10 * Mega : 2 * Mega,
            "voice" => 2 * Mega,
            "video" => 10 * Mega,
            "file" => 20 * Mega,
            _ => throw RefusedException.Wrong("type", $"is {type}"),
        };
}
