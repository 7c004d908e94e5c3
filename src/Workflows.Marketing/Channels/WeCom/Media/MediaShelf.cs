using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>
/// Turns names of the content library into media_ids: uploads a file when WeCom does not have it, or not for long enough
/// (S0-32: WeCom keeps files for 3 days, so that long journeys upload again before each send).
/// </summary>
internal sealed class MediaShelf(
    MediaCalls calls,
    IMediaStore store,
    MediaSource source,
    string account,
    TimeProvider clock
)
{
    private const string Chat = "chat";
    private const string Moments = "moments";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    // Members confirm hours later; what is sent then must still be there.
    private static readonly TimeSpan Needed = TimeSpan.FromHours(36);

    /// <summary>The media_id of a file for a chat, or null when the library has none of the name.</summary>
    public Task<string?> ForChatAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(name, Chat, calls.UploadAsync, cancellationToken);

    /// <summary>The media_id of a file for Moments, or null when the library has none of the name.</summary>
    public Task<string?> ForMomentsAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(name, Moments, calls.UploadForMomentsAsync, cancellationToken);

    /// <summary>WeCom does not accept an id any more.</summary>
    public Task ForgetAsync(string mediaId, CancellationToken cancellationToken) =>
        store.ForgetAsync(account, mediaId, cancellationToken);

    private async Task<string?> FindAsync(
        string name,
        string purpose,
        Func<MediaFile, CancellationToken, Task<MediaCalls.Uploaded>> upload,
        CancellationToken cancellationToken
    )
    {
        if (await source(name, cancellationToken) is not { } file)
        {
            return null;
        }

        var key = new MediaKey(account, purpose, Fingerprint(file));
        var now = clock.GetUtcNow();
        if (await store.FindAsync(key, now + Needed, cancellationToken) is { } known)
        {
            return known;
        }

        var uploaded = await upload(file, cancellationToken);
        await store.SaveAsync(key, uploaded.MediaId!, now + Kept, cancellationToken);
        return uploaded.MediaId;
    }

    private static string Fingerprint(MediaFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{file.Type}\n{file.Name}\n"));
        hash.AppendData(file.Content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
