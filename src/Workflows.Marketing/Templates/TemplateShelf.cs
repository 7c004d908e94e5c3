using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>The templates of a folder with <c>workflows/NAME/template.json</c> and the rule sets in <c>rules/NAME/rules.json</c>.</summary>
/// <param name="root">The folder that holds both.</param>
public sealed class TemplateShelf(string root)
{
    /// <summary>The file that makes a folder of workflows a template.</summary>
    public const string MetadataFile = "template.json";

    internal const string WorkflowFile = "workflow.json";
    internal const string CasesFile = "cases.json";
    internal const string RulesFile = "rules.json";
    internal const string ContentFolder = "content";

    private string Workflows => Path.Combine(root, "workflows");

    /// <summary>The names of the templates, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(Workflows)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Workflows)
                    .Where(folder => File.Exists(Path.Combine(folder, MetadataFile)))
                    .Select(folder => Path.GetFileName(folder)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Reads one template with its rule sets.</summary>
    /// <returns>The template, or why it cannot be read; null when there is none of that name.</returns>
    public TemplateReading? Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name, StringComparer.Ordinal) ? ReadFolder(Path.Combine(Workflows, name)) : null;
    }

    /// <summary>Puts a template on the shelf; rule sets that are there already stay where they say the same.</summary>
    /// <param name="template">What it says of itself.</param>
    /// <param name="files">Its files.</param>
    /// <returns>Its folder.</returns>
    /// <exception cref="IOException">There is such a template, or another rule set of one of its names.</exception>
    public string Add(Template template, TemplateFiles files)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        var folder = Path.Combine(Workflows, template.Name);
        if (Directory.Exists(folder))
        {
            throw new IOException($"{folder} is there already.");
        }

        foreach (var (path, text) in Shared(files))
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && !string.Equals(File.ReadAllText(file), text, StringComparison.Ordinal))
            {
                throw new IOException($"{file} is there already and says something else.");
            }
        }

        foreach (var (path, bytes) in PackageLayout.Entries(files))
        {
            var file =
                path.StartsWith("rules/", StringComparison.Ordinal)
                || path.StartsWith("workflows/", StringComparison.Ordinal)
                    ? Path.Combine(root, path)
                    : Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        return folder;
    }

    // What other templates may use, too.
    private static IEnumerable<(string Path, string Text)> Shared(TemplateFiles files) =>
        [
            .. files.Rules.Select(rule => (PackageLayout.RulesOf(rule.Key), rule.Value.Rules)),
            .. files.Workflows.Select(workflow => (PackageLayout.WorkflowOf(workflow.Key), workflow.Value)),
        ];

    private TemplateReading ReadFolder(string folder)
    {
        try
        {
            var metadata = File.ReadAllText(Path.Combine(folder, MetadataFile));
            if (TemplateJson.Read(metadata) is not { Template: { } template } read)
            {
                return TemplateReading.Failed(TemplateJson.Read(metadata).Mistake!);
            }

            var files = new TemplateFiles(
                metadata,
                File.ReadAllText(Path.Combine(folder, WorkflowFile)),
                File.ReadAllText(Path.Combine(folder, CasesFile)),
                template
                    .Rules.Distinct(StringComparer.Ordinal)
                    .ToDictionary(rule => rule, ReadRules, StringComparer.Ordinal),
                ReadContent(Path.Combine(folder, ContentFolder))
            )
            {
                Workflows = template
                    .Workflows.Distinct(StringComparer.Ordinal)
                    .ToDictionary(name => name, ReadWorkflow, StringComparer.Ordinal),
            };
            return new TemplateReading(read.Template, files, []);
        }
        catch (IOException missing)
        {
            return TemplateReading.Failed(
                new Diagnostic(TemplateCodes.Unreadable, $"The template cannot be read: {missing.Message}", folder)
            );
        }
    }

    private string ReadWorkflow(string name) => File.ReadAllText(Path.Combine(Workflows, Part(name), WorkflowFile));

    private TemplateRules ReadRules(string name)
    {
        var folder = Path.Combine(root, "rules", Part(name));
        var cases = Path.Combine(folder, CasesFile);
        return new TemplateRules(
            File.ReadAllText(Path.Combine(folder, RulesFile)),
            File.Exists(cases) ? File.ReadAllText(cases) : null
        );
    }

    // What a template names may not lead out of the folder.
    private static string Part(string name) =>
        name.AsSpan().IndexOfAny('/', '\\') < 0 && !name.StartsWith('.')
            ? name
            : throw new IOException($"'{name}' is no name of a part.");

    private static Dictionary<string, byte[]> ReadContent(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
                    File.ReadAllBytes,
                    StringComparer.Ordinal
                )
            : [];
}
