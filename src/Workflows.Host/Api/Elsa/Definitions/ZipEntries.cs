using System.IO.Compression;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>
/// Reads documents out of a zip file that somebody sent. Nothing is written to disk, and what unpacks to more than it
/// may, or has a name that leads out of its folder, is refused.
/// </summary>
internal static class ZipEntries
{
    private const int MostEntries = 1_000;
    private const int LargestEntry = 4 * 1024 * 1024;
    private const int LargestWhole = 64 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The file is no zip file, or not a harmless one.</exception>
    public static async Task<IReadOnlyList<byte[]>> ReadAsync(Stream zip, CancellationToken cancellationToken)
    {
        // The archive reads from its end; a buffer bears that, whatever was sent.
        using var buffer = new MemoryStream();
        await zip.CopyToAsync(buffer, cancellationToken);
        using var archive = new ZipArchive(buffer, ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
        {
            throw new InvalidDataException($"A zip file may have {MostEntries} entries at most.");
        }

        List<byte[]> documents = [];
        long whole = 0;
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            CheckName(entry.FullName);
            if (!entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // The size an entry claims to have is not to be trusted; it is counted while it is unpacked.
            await using var content = await entry.OpenAsync(cancellationToken);
            var document = await UnpackAsync(content, entry.Name, cancellationToken);
            whole += document.Length;
            if (whole > LargestWhole)
            {
                throw new InvalidDataException("The zip file unpacks to more than 64 MB.");
            }

            documents.Add(document);
        }

        return documents;
    }

    private static void CheckName(string name)
    {
        if (
            name.StartsWith('/')
            || name.Contains('\\', StringComparison.Ordinal)
            || name.Contains(':', StringComparison.Ordinal)
            || name.Split('/').Contains("..", StringComparer.Ordinal)
        )
        {
            throw new InvalidDataException("The zip file has an entry that leads out of its folder.");
        }
    }

    private static async Task<byte[]> UnpackAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + count > LargestEntry)
            {
                throw new InvalidDataException($"'{name}' in the zip file unpacks to more than 4 MB.");
            }

            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    }
}
