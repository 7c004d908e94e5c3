using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Host.Commands;
using Workflows.Host.Json;
using Workflows.Marketing.Content;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Documents;

/// <summary>A folder of contents as templates ship it: JSON files with <c>items</c> and <c>personas</c>, and <c>media/</c> beside them.</summary>
internal static class ContentFolder
{
    /// <summary>What such a folder is called beside workflows and rule sets.</summary>
    public const string Name = "content";

    private const string Media = "media";
    private static readonly JsonSerializerOptions Pretty = new(ContentJson.Options) { WriteIndented = true };

    /// <summary>Reads every folder of contents in a folder.</summary>
    /// <param name="folder">Where to look, at any depth.</param>
    /// <param name="withTemplates">Whether templates among the folders count, which are installed by choice.</param>
    /// <exception cref="BadInputException">A file of one cannot be read.</exception>
    public static IReadOnlyList<ContentPackFolder> ReadAll(string folder, bool withTemplates)
    {
        var metadata = TemplateShelf.MetadataFile;
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder, Name, SearchOption.AllDirectories)
                    .Where(found => withTemplates || !File.Exists(Path.Combine(found, "..", metadata)))
                    .Order(StringComparer.Ordinal)
                    .Select(found => new ContentPackFolder(new Document(found, DocumentKind.Content, ""), Read(found)))
                    .Where(found => !found.Pack.IsEmpty),
            ]
            : [];
    }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="BadInputException">There is no such folder, or a file of it cannot be read.</exception>
    public static ContentPack Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadInputException($"{folder}: no such folder.");
        }

        List<(string, ContentItem)> items = [];
        List<(string, Persona)> personas = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var document = ReadDocument(file);
            items.AddRange(document.Items.Select((item, i) => (Place(file, "items", i), item)));
            personas.AddRange(document.Personas.Select((persona, i) => (Place(file, "personas", i), persona)));
        }

        return new ContentPack
        {
            Items = items,
            Personas = personas,
            Files = ReadMedia(Path.Combine(folder, Media)),
        };
    }

    /// <summary>Writes contents, personas and files as a folder that can be read again.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    public static void Write(string folder, ContentPackDocument document, IReadOnlyDictionary<string, byte[]> files)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(
                Path.Combine(folder, "content.json"),
                JsonSerializer.Serialize(document, Pretty) + "\n",
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
            foreach (var (name, bytes) in files)
            {
                Directory.CreateDirectory(Path.Combine(folder, Media));
                File.WriteAllBytes(Path.Combine(folder, Media, name), bytes);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: {failure.Message}", failure);
        }
    }

    private static ContentPackDocument ReadDocument(string file)
    {
        var text = JsonText.ReadFile(file);
        try
        {
            return ContentJson.Read<ContentPackDocument>(text);
        }
        catch (JsonException wrong)
        {
            throw new BadInputException($"{file}: {JsonText.Describe(wrong, text)}", wrong);
        }
    }

    private static Dictionary<string, byte[]> ReadMedia(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? Directory
                    .EnumerateFiles(folder)
                    .ToDictionary(file => Path.GetFileName(file), ReadFile, StringComparer.Ordinal)
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: {failure.Message}", failure);
        }
    }

    private static byte[] ReadFile(string file) =>
        new FileInfo(file).Length <= MediaUpload.Largest
            ? File.ReadAllBytes(file)
            : throw new BadInputException($"{file}: at most {MediaUpload.Largest / (1024 * 1024)} MB are taken.");

    private static string Place(string file, string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}: $.{list}[{index}]");
}
