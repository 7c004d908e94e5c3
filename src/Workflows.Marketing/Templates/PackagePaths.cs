using System.Buffers;

namespace Workflows.Marketing.Templates;

/// <summary>Which files a package may hold: documents, rule sets, texts and pictures. Nothing that runs, nothing that leaves its folder.</summary>
internal static class PackagePaths
{
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-_./ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static readonly Dictionary<string, byte[][]> Pictures = new(StringComparer.Ordinal)
    {
        [".png"] =
        [
            [0x89, 0x50, 0x4E, 0x47],
        ],
        [".jpg"] =
        [
            [0xFF, 0xD8, 0xFF],
        ],
        [".jpeg"] =
        [
            [0xFF, 0xD8, 0xFF],
        ],
    };

    private static readonly string[] Texts = [".json", ".md", ".txt", ".csv"];

    /// <summary>Why a path is refused; null when it is not.</summary>
    public static string? Mistake(string path)
    {
        if (path.AsSpan().ContainsAnyExcept(Letters) || path.StartsWith('/') || path.Split('/').Any(IsNoPart))
        {
            return $"The path '{Shown(path)}' is not allowed in a package.";
        }

        string[] parts = path.Split('/');
        return parts switch
        {
            [
                PackageManifest.FileName
                or TemplateShelf.MetadataFile
                or TemplateShelf.WorkflowFile
                or TemplateShelf.CasesFile,
            ] => null,
            ["rules", var name, TemplateShelf.RulesFile or TemplateShelf.CasesFile] when TemplateNames.IsName(name) =>
                null,
            ["workflows", var name, TemplateShelf.WorkflowFile] when TemplateNames.IsName(name) => null,
            [TemplateShelf.ContentFolder, _, ..] when IsContent(path) => null,
            _ => $"A package does not hold files such as '{Shown(path)}'.",
        };
    }

    /// <summary>Why bytes are refused under their path; null when they are not.</summary>
    public static string? Mistake(string path, ReadOnlySpan<byte> bytes)
    {
        if (!Pictures.TryGetValue(Path.GetExtension(path), out var starts))
        {
            return bytes.Contains((byte)0) || bytes.StartsWith("#!"u8) ? $"'{Shown(path)}' is no text." : null;
        }

        foreach (var start in starts)
        {
            if (bytes.StartsWith(start))
            {
                return null;
            }
        }

        return $"'{Shown(path)}' is no picture.";
    }

    private static bool IsContent(string path) =>
        Path.GetExtension(path) is var extension
        && (Pictures.ContainsKey(extension) || Texts.Contains(extension, StringComparer.Ordinal));

    private static bool IsNoPart(string part) => part.Length == 0 || part[0] == '.' || part[^1] == '.';

    private static string Shown(string path)
    {
        var shown = path.Length > 80 ? path[..80] + "…" : path;
        return string.Concat(shown.Select(letter => char.IsControl(letter) ? '?' : letter));
    }
}
