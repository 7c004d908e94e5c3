using Workflows.Marketing.Channels.WeCom.Media;

namespace Workflows.Marketing.Content;

/// <summary>Hands files of the library to channels that upload them; keeps those that were asked for lately.</summary>
/// <param name="library">Where the files are kept.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class LibraryMedia(IMediaLibrary library, int tenant)
{
    private const long MostBytes = 64L * 1024 * 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _kept = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>A file by its name, or null where the library has none.</summary>
    public async ValueTask<MediaFile?> FindAsync(string name, CancellationToken cancellationToken) =>
        await library.FindAsync(tenant, name, cancellationToken) is { } entry
        && await ReadAsync(entry.Hash, cancellationToken) is { } bytes
            ? new MediaFile(entry.Name, TypeOf(entry.Type), entry.ContentType, bytes)
            : null;

    // Sending asks for the same file again and again, to see whether WeCom has it.
    private async Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(hash, out var known))
            {
                return known;
            }
        }

        if (await library.ReadAsync(tenant, hash, cancellationToken) is not { } bytes)
        {
            return null;
        }

        lock (_gate)
        {
            if (_size + bytes.Length > MostBytes)
            {
                _kept.Clear();
                _size = 0;
            }

            _size += _kept.TryAdd(hash, bytes) ? bytes.Length : 0;
        }

        return bytes;
    }

    private static string TypeOf(MediaType type) =>
        type switch
        {
            MediaType.Image => "image",
            MediaType.Video => "video",
            _ => "file",
        };
}
