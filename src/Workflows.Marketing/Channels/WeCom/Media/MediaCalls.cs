using System.Net.Http.Headers;
using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>Uploads files that messages carry; WeCom keeps them for 3 days.</summary>
internal sealed class MediaCalls(WeComCalls calls)
{
    private const string Api = "/cgi-bin/media/upload";
    private const string AttachmentApi = "/cgi-bin/media/upload_attachment";

    /// <summary>Uploads a file for chats: mass messages, welcomes, messages to staff.</summary>
    public Task<Uploaded> UploadAsync(MediaFile file, CancellationToken cancellationToken) =>
        UploadAsync(Api, $"type={file.Type}", file, cancellationToken);

    /// <summary>Uploads a file for Moments.</summary>
    public Task<Uploaded> UploadForMomentsAsync(MediaFile file, CancellationToken cancellationToken) =>
        UploadAsync(AttachmentApi, $"media_type={file.Type}&attachment_type=1", file, cancellationToken);

    private Task<Uploaded> UploadAsync(string api, string query, MediaFile file, CancellationToken cancellationToken) =>
        // A second upload costs a file that nobody uses.
        calls.CallAsync<Uploaded>(new WeComRequest(api, query, () => Form(file), Repeat.Always), cancellationToken);

    private static MultipartFormDataContent Form(MediaFile file)
    {
        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        return new MultipartFormDataContent { { content, "media", file.Name } };
    }

    internal sealed record Uploaded : WeComAnswer
    {
        public string? Type { get; init; }

        public string? MediaId { get; init; }

        /// <summary>Unix seconds; WeCom writes it in quotes.</summary>
        public long CreatedAt { get; init; }
    }
}
