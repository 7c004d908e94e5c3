using System.Text.Json;
using Workflows.Host.Commands;
using Workflows.Host.Json;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Documents;

/// <summary>A file that holds a rule set or a workflow.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
internal sealed record Document(string Path, DocumentKind Kind, string Text)
{
    private static readonly string[] NoDocuments = ["cases.json", TemplateShelf.MetadataFile];

    /// <summary>
    /// Reads files, and the documents of folders: all their JSON files that are one; cases, and JSON of other kinds, are not.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="withTemplates">Whether templates among the folders count, which are installed by choice.</param>
    /// <param name="isOptional">Whether a folder may hold none.</param>
    /// <exception cref="BadInputException">A path does not exist, a file is no JSON, or a named file is no document.</exception>
    public static IReadOnlyList<Document> ReadAll(
        IEnumerable<string> paths,
        bool withTemplates = true,
        bool isOptional = false
    )
    {
        var documents = new List<Document>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                documents.AddRange(ReadFolder(path, withTemplates, isOptional));
            }
            else
            {
                documents.Add(
                    Read(path) ?? throw new BadInputException($"{path}: neither a workflow definition nor a rule file.")
                );
            }
        }

        return documents;
    }

    private static Document[] ReadFolder(string folder, bool withTemplates, bool isOptional)
    {
        var documents = Directory
            .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(file => !NoDocuments.Contains(System.IO.Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => withTemplates || !IsOfTemplate(file, folder))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .OfType<Document>()
            .ToArray();
        return documents.Length > 0 || isOptional
            ? documents
            : throw new BadInputException($"{folder}: there is no workflow definition and no rule file.");
    }

    private static bool IsOfTemplate(string file, string folder)
    {
        var place = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!;
        return !place.Equals(System.IO.Path.GetFullPath(folder), StringComparison.Ordinal)
            && File.Exists(System.IO.Path.Combine(place, TemplateShelf.MetadataFile));
    }

    private static Document? Read(string path)
    {
        var text = JsonText.ReadFile(path);
        return KindOf(JsonText.ParseDocument(text, path)) is { } kind ? new Document(path, kind, text) : null;
    }

    private static DocumentKind? KindOf(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().Any(item => Has(item, "WorkflowName") || Has(item, "Rules"))
                ? DocumentKind.Rules
                : null,
            _ when Has(root, "root") => DocumentKind.Workflow,
            _ when Has(root, "WorkflowName") || Has(root, "Rules") => DocumentKind.Rules,
            _ => null,
        };

    private static bool Has(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.EnumerateObject().Any(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
