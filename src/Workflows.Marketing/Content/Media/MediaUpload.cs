using System.Globalization;
using System.Security.Cryptography;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>Takes files into the library: the kinds and sizes that WeCom takes, under names that keep their bytes.</summary>
public sealed class MediaUpload(IMediaLibrary library, TimeProvider clock)
{
    /// <summary>The largest file of all, in bytes.</summary>
    public const int Largest = 20 * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const int LongestName = 100;

    /// <summary>Adds a file; the same bytes under the same name change nothing.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The entry, or what stands in its way.</returns>
    public async Task<(MediaEntry? Entry, IReadOnlyList<Diagnostic> Diagnostics)> AddAsync(
        int tenant,
        string name,
        byte[] bytes,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        if (Mistake(name, bytes) is { } mistake)
        {
            return (null, [mistake]);
        }

        var (type, contentType) = MediaInspection.Find(name, bytes)!.Value;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var entry = new MediaEntry(name, type, contentType, bytes.Length, hash, clock.GetUtcNow(), by)
        {
            Seconds = type == MediaType.Video ? MediaInspection.Seconds(bytes) : null,
        };
        var kept = await library.AddAsync(tenant, entry, bytes, cancellationToken);
        return kept.Hash.Equals(hash, StringComparison.Ordinal)
            ? (kept, [])
            : (
                null,
                [
                    new Diagnostic(
                        ContentCodes.MediaTaken,
                        $"There is another file named '{name}'.",
                        name,
                        Remedy: "Give the new file a name of its own: what was sent under the old one stays what it was."
                    ),
                ]
            );
    }

    private static Diagnostic? Mistake(string name, byte[] bytes)
    {
        if (!IsName(name))
        {
            return new Diagnostic(
                ContentCodes.MediaName,
                $"'{name}' is no name of a file.",
                name,
                Remedy: $"Write letters, digits, points, hyphens and underscores, at most {LongestName}."
            );
        }

        if (MediaInspection.Find(name, bytes) is not { } found)
        {
            return new Diagnostic(
                ContentCodes.MediaType,
                $"'{name}' is not taken, or is not what its ending says.",
                name,
                Remedy: $"The library takes {MediaInspection.Endings}."
            );
        }

        var most = Most(found.Type);
        return bytes.Length > most
            ? new Diagnostic(
                ContentCodes.MediaSize,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' has {bytes.Length / (double)Megabyte:0.0} MB; at most {most / Megabyte} MB are taken."
                ),
                name
            )
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name[0] != '.'
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_');

    private static int Most(MediaType type) => type == MediaType.File ? Largest : 10 * Megabyte;
}
