using Workflows.Host.Documents;
using Workflows.Host.Json;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Templates;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands;

/// <summary>A folder with <c>workflows/NAME/workflow.json</c> and <c>rules/NAME/rules.json</c>, as consultants ship them.</summary>
/// <param name="Root">The folder that holds both.</param>
internal sealed record Library(string Root)
{
    public const string Variable = "WORKFLOWS_HOME";

    public string Workflows => Path.Combine(Root, "workflows");

    public string Rules => Path.Combine(Root, "rules");

    /// <summary>The folder given, else the one the environment names, else the current one.</summary>
    public static Library Of(string? folder) =>
        new(Path.GetFullPath(folder ?? Environment.GetEnvironmentVariable(Variable) ?? Environment.CurrentDirectory));

    /// <summary>The document of a journey: by name in the library, or the path of a file or of its folder.</summary>
    /// <exception cref="BadInputException">There is no such journey.</exception>
    public string FindWorkflow(string name)
    {
        string[] candidates =
        [
            Path.Combine(Workflows, name, "workflow.json"),
            name,
            Path.Combine(name, "workflow.json"),
        ];
        return Array.Find(candidates, File.Exists)
            ?? throw new BadInputException($"There is no journey '{name}' in {Workflows}{Known()}");
    }

    /// <summary>Every rule file of the library, in order of name.</summary>
    public IEnumerable<string> RuleFiles() => Files(Rules, "rules.json");

    /// <summary>The rule files of the library.</summary>
    public IReadOnlyList<Document> RuleDocuments() =>
        [.. RuleFiles().Select(file => new Document(file, DocumentKind.Rules, JsonText.ReadFile(file)))];

    /// <summary>All documents of the library but templates, which are installed by choice.</summary>
    public IReadOnlyList<Document> Documents() =>
        [
            .. RuleDocuments(),
            .. WorkflowFiles()
                .Where(file => !IsTemplate(file))
                .Select(file => new Document(file, DocumentKind.Workflow, JsonText.ReadFile(file))),
        ];

    /// <summary>The folders of contents beside these documents.</summary>
    /// <exception cref="BadInputException">A file of one cannot be read.</exception>
    public IReadOnlyList<ContentPackFolder> Contents() => ContentFolder.ReadAll(Workflows, withTemplates: false);

    /// <summary>Every workflow file of the library, in order of name.</summary>
    public IEnumerable<string> WorkflowFiles() => Files(Workflows, "workflow.json");

    /// <summary>Every rule set of the library, published in memory.</summary>
    /// <param name="timeZone">Where the days from and until which they are in force begin.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BadInputException">A rule file has errors.</exception>
    public async Task<RuleSetCatalog> LoadRuleSetsAsync(TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(ContactRules.Types),
            TimeProvider.System,
            ContactRules.Shape
        )
        {
            // Nobody else publishes here.
            RefreshAfter = TimeSpan.MaxValue,
            TimeZone = timeZone,
            Uses = RuleSetUses.All,
            Review = RateReview.ReviewAsync,
        };
        foreach (var file in RuleFiles())
        {
            var text = JsonText.ReadFile(file);
            _ = JsonText.Parse(text, file);
            var publication = await catalog.PublishAsync(text, cancellationToken);
            DocumentMistakes.ThrowIfAny(file, publication.Diagnostics);
        }

        return catalog;
    }

    private static bool IsTemplate(string workflow) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(workflow)!, TemplateShelf.MetadataFile));

    private string Known()
    {
        var names = WorkflowFiles().Select(file => Path.GetFileName(Path.GetDirectoryName(file)!));
        var list = string.Join(", ", names);
        return list.Length == 0 ? "." : $"; there are: {list}.";
    }

    private static IEnumerable<string> Files(string folder, string name) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
