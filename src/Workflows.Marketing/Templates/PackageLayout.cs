using System.Text;

namespace Workflows.Marketing.Templates;

/// <summary>Where each file of a template lies in its package.</summary>
internal static class PackageLayout
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where a rule set lies.</summary>
    public static string RulesOf(string name) => $"rules/{name}/{TemplateShelf.RulesFile}";

    /// <summary>Where a workflow lies that the journey uses as an activity.</summary>
    public static string WorkflowOf(string name) => $"workflows/{name}/{TemplateShelf.WorkflowFile}";

    /// <summary>The files of a template by path, in ordinal order.</summary>
    public static SortedDictionary<string, byte[]> Entries(TemplateFiles files)
    {
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [TemplateShelf.MetadataFile] = Utf8.GetBytes(files.Metadata),
            [TemplateShelf.WorkflowFile] = Utf8.GetBytes(files.Workflow),
            [TemplateShelf.CasesFile] = Utf8.GetBytes(files.Cases),
        };
        foreach (var (name, rules) in files.Rules)
        {
            entries[RulesOf(name)] = Utf8.GetBytes(rules.Rules);
            if (rules.Cases is { } cases)
            {
                entries[CasesOf(name)] = Utf8.GetBytes(cases);
            }
        }

        foreach (var (name, workflow) in files.Workflows)
        {
            entries[WorkflowOf(name)] = Utf8.GetBytes(workflow);
        }

        foreach (var (path, bytes) in files.Content)
        {
            entries[$"{TemplateShelf.ContentFolder}/{path}"] = bytes;
        }

        return entries;
    }

    /// <summary>The template's files out of those of a package.</summary>
    /// <exception cref="PackageRefusedException">One is missing, or is no text.</exception>
    public static TemplateFiles Files(
        Template template,
        string metadata,
        IReadOnlyDictionary<string, byte[]> entries
    ) =>
        new(
            metadata,
            Text(entries, TemplateShelf.WorkflowFile),
            Text(entries, TemplateShelf.CasesFile),
            template
                .Rules.Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => Rules(entries, name), StringComparer.Ordinal),
            entries
                .Where(entry => entry.Key.StartsWith($"{TemplateShelf.ContentFolder}/", StringComparison.Ordinal))
                .ToDictionary(
                    entry => entry.Key[(TemplateShelf.ContentFolder.Length + 1)..],
                    entry => entry.Value,
                    StringComparer.Ordinal
                )
        )
        {
            Workflows = template
                .Workflows.Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => Text(entries, WorkflowOf(name)), StringComparer.Ordinal),
        };

    /// <summary>The text of a file.</summary>
    /// <exception cref="PackageRefusedException">It is missing, or is no text.</exception>
    public static string Text(IReadOnlyDictionary<string, byte[]> entries, string path)
    {
        try
        {
            return entries.TryGetValue(path, out var bytes)
                ? Utf8.GetString(bytes)
                : throw new PackageRefusedException($"The package has no '{path}'.");
        }
        catch (DecoderFallbackException)
        {
            throw new PackageRefusedException($"'{path}' is no text in UTF-8.");
        }
    }

    private static string CasesOf(string name) => $"rules/{name}/{TemplateShelf.CasesFile}";

    private static TemplateRules Rules(IReadOnlyDictionary<string, byte[]> entries, string name) =>
        new(Text(entries, RulesOf(name)), entries.ContainsKey(CasesOf(name)) ? Text(entries, CasesOf(name)) : null);
}
