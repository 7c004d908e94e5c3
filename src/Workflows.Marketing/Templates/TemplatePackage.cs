using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>
/// A template in one file: a zip with a manifest of lengths and sums. The same template gives the same bytes. Reading
/// trusts nothing: not the names, not the lengths, not the sums.
/// </summary>
public static class TemplatePackage
{
    // The first instant a zip can tell: a package says nothing of when it was made.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a template.</summary>
    /// <param name="template">What it says of itself.</param>
    /// <param name="files">Its files.</param>
    public static byte[] Pack(Template template, TemplateFiles files)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        var entries = PackageLayout.Entries(files);
        var manifest = new PackageManifest(
            PackageManifest.FormatName,
            Template.CurrentSchema,
            template.Name,
            template.Version,
            [.. entries.Select(entry => new PackagedFile(entry.Key, entry.Value.Length, SumOf(entry.Value)))]
        );
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, PackageManifest.FileName, JsonSerializer.SerializeToUtf8Bytes(manifest, TemplateJson.Options));
            foreach (var (path, bytes) in entries)
            {
                Add(zip, path, bytes);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Reads a package.</summary>
    /// <returns>The template, or the first thing for which the package is refused.</returns>
    public static TemplateReading Read(Stream package)
    {
        ArgumentNullException.ThrowIfNull(package);
        try
        {
            var entries = PackageEntries.Read(package);
            var manifest = ManifestOf(entries);
            Compare(manifest, entries);
            return TemplateOf(manifest, entries);
        }
        catch (PackageRefusedException refused)
        {
            return TemplateReading.Failed(new Diagnostic(TemplateCodes.Package, refused.Message));
        }
    }

    private static PackageManifest ManifestOf(IReadOnlyDictionary<string, byte[]> entries)
    {
        if (!entries.TryGetValue(PackageManifest.FileName, out var bytes))
        {
            throw new PackageRefusedException("The package has no manifest.json.");
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<PackageManifest>(bytes, TemplateJson.Options);
            return manifest switch
            {
                null or { Format: not PackageManifest.FormatName } => throw new PackageRefusedException(
                    "The file is no package of a template."
                ),
                { Schema: not Template.CurrentSchema } => throw new PackageRefusedException(
                    $"The package has the format version {manifest.Schema}; this product reads version {Template.CurrentSchema}."
                ),
                _ => manifest,
            };
        }
        catch (JsonException broken)
        {
            throw new PackageRefusedException($"The manifest cannot be read: {broken.Message}");
        }
    }

    private static void Compare(PackageManifest manifest, IReadOnlyDictionary<string, byte[]> entries)
    {
        var named = manifest.Files.Select(file => file.Path).Append(PackageManifest.FileName).ToList();
        if (entries.Keys.Except(named, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            throw new PackageRefusedException($"The manifest does not name '{stranger}'.");
        }

        foreach (var file in manifest.Files)
        {
            if (
                !entries.TryGetValue(file.Path, out var bytes)
                || bytes.Length != file.Length
                || !string.Equals(SumOf(bytes), file.Sha256, StringComparison.Ordinal)
            )
            {
                throw new PackageRefusedException($"'{file.Path}' is missing or was changed after packing.");
            }
        }
    }

    private static TemplateReading TemplateOf(PackageManifest manifest, IReadOnlyDictionary<string, byte[]> entries)
    {
        var metadata = PackageLayout.Text(entries, TemplateShelf.MetadataFile);
        var (template, mistake) = TemplateJson.Read(metadata);
        return template is null ? TemplateReading.Failed(mistake!)
            : string.Equals(template.Name, manifest.Name, StringComparison.Ordinal)
                ? new TemplateReading(template, PackageLayout.Files(template, metadata, entries), [])
            : throw new PackageRefusedException("The manifest and the template have different names.");
    }

    private static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string SumOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
