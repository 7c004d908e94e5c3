using System.IO.Compression;

namespace Workflows.Marketing.Templates;

/// <summary>Unpacks a zip into memory within <see cref="PackageLimits"/>; nothing is written to a disk.</summary>
internal static class PackageEntries
{
    private const int FileKinds = 0xF000;
    private const int PlainFile = 0x8000;

    /// <exception cref="PackageRefusedException">The file is no zip, too large, or holds what it may not.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream package)
    {
        using var packed = new MemoryStream(ReadWithin(package, PackageLimits.Packed, "The package"));
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            return Read(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            throw new PackageRefusedException("The file is no package, or is damaged.");
        }
    }

    private static Dictionary<string, byte[]> Read(ZipArchive zip)
    {
        if (zip.Entries.Count > PackageLimits.Files)
        {
            throw new PackageRefusedException($"The package holds more than {PackageLimits.Files} files.");
        }

        var entries = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var left = PackageLimits.Unpacked;
        foreach (var entry in zip.Entries)
        {
            var bytes = Read(entry, Math.Min(left, PackageLimits.File));
            left -= bytes.Length;
            if (!entries.TryAdd(entry.FullName, bytes))
            {
                throw new PackageRefusedException($"The package holds '{entry.FullName}' twice.");
            }
        }

        return new Dictionary<string, byte[]>(entries, StringComparer.Ordinal);
    }

    private static byte[] Read(ZipArchiveEntry entry, int most)
    {
        var kind = (entry.ExternalAttributes >> 16) & FileKinds;
        if (PackagePaths.Mistake(entry.FullName) is { } path)
        {
            throw new PackageRefusedException(path);
        }

        if (kind is not (0 or PlainFile))
        {
            throw new PackageRefusedException($"'{entry.FullName}' is no plain file.");
        }

        using var stream = entry.Open();
        var bytes = ReadWithin(stream, most, $"'{entry.FullName}'");
        return PackagePaths.Mistake(entry.FullName, bytes) is { } mistake
            ? throw new PackageRefusedException(mistake)
            : bytes;
    }

    // Lengths in a zip may lie; what is counted is what comes out.
    private static byte[] ReadWithin(Stream stream, int most, string what)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = stream.Read(buffer)) > 0; )
        {
            if (read.Length + count > most)
            {
                throw new PackageRefusedException($"{what} is larger than a package may hold.");
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
