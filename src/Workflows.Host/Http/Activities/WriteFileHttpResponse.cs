using System.Text;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Answers the request that reached the workflow with a file.</summary>
[Activity("Elsa", "HTTP", "Answers the request with a file.", DisplayName = "HTTP File Response")]
internal sealed class WriteFileHttpResponse : CodeActivity
{
    /// <summary>The file's type; nothing means bytes of no type.</summary>
    [Input(Description = "The type of the file.")]
    public Input<string> ContentType { get; set; } = default!;

    /// <summary>The name it is saved under.</summary>
    [Input(Description = "The name it is saved under.")]
    public Input<string> Filename { get; set; } = default!;

    /// <summary>The entity tag; nothing means none.</summary>
    [Input(Description = "The entity tag.")]
    public Input<string> EntityTag { get; set; } = default!;

    /// <summary>The file: text, bytes, or a file that an endpoint received.</summary>
    [Input(Description = "The file: text, bytes, or a file an endpoint received.")]
    public Input<object?> Content { get; set; } = default!;

    /// <summary>Kept for documents; an answer is sent at once.</summary>
    [Input(Description = "Whether a broken download can be taken up again.")]
    public Input<bool> EnableResumableDownloads { get; set; } = new(false);

    /// <summary>Kept for documents; see <see cref="EnableResumableDownloads"/>.</summary>
    [Input(Description = "Names the download for taking it up again.")]
    public Input<string> DownloadCorrelationId { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var content = Content.Get(context);
        var file = content as IDictionary<string, object?>;
        var name = Filename.Get(context) ?? file?["fileName"] as string ?? "file";
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Disposition"] = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}",
        };
        if (EntityTag.Get(context) is { Length: > 0 } tag)
        {
            headers["ETag"] = tag;
        }

        HttpRequestMark.Reply(
            context,
            StatusCodes.Status200OK,
            BytesOf(file is null ? content : file["content"]),
            ContentType.Get(context) is { Length: > 0 } type
                ? type
                : file?["contentType"] as string ?? "application/octet-stream",
            headers
        );
    }

    private static byte[] BytesOf(object? content)
    {
        if (content is byte[] bytes)
        {
            return bytes;
        }

        var text = content as string ?? "";
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length)
            ? buffer[..length]
            : Encoding.UTF8.GetBytes(text);
    }
}
