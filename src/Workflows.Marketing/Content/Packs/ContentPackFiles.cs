using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>Reads the files of a folder <c>content</c>: JSON documents with <c>items</c> and <c>personas</c>, and <c>media/</c> beside them.</summary>
public static class ContentPackFiles
{
    private const string Media = "media/";

    /// <summary>Reads files by their paths within the folder. What is neither, notes for people for example, is left out.</summary>
    /// <returns>The pack, and every document that cannot be read.</returns>
    public static (ContentPack Pack, IReadOnlyList<Diagnostic> Diagnostics) Read(
        IReadOnlyDictionary<string, byte[]> files
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        List<(string, ContentItem)> items = [];
        List<(string, Persona)> personas = [];
        List<Diagnostic> found = [];
        foreach (var (path, bytes) in files.Where(IsDocument).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            try
            {
                var document = ContentJson.Read<ContentPackDocument>(
                    Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')
                );
                items.AddRange(document.Items.Select((item, i) => (Place(path, "items", i), item)));
                personas.AddRange(document.Personas.Select((persona, i) => (Place(path, "personas", i), persona)));
            }
            catch (JsonException broken)
            {
                found.Add(
                    new Diagnostic(
                        ContentCodes.Unreadable,
                        $"The document cannot be read: {broken.Message}",
                        $"content/{path}"
                    )
                );
            }
        }

        var pack = new ContentPack
        {
            Items = items,
            Personas = personas,
            Files = files
                .Where(file => file.Key.StartsWith(Media, StringComparison.Ordinal))
                .ToDictionary(file => file.Key[Media.Length..], file => file.Value, StringComparer.Ordinal),
        };
        return (pack, found);
    }

    private static bool IsDocument(KeyValuePair<string, byte[]> file) =>
        !file.Key.Contains('/', StringComparison.Ordinal)
        && file.Key.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static string Place(string path, string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"content/{path}: $.{list}[{index}]");
}
