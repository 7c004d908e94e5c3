using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>The journeys and rule sets that ship with the product, read from the tree.</summary>
internal static class ShippedJourney
{
    public static WorkflowCompiler Compiler { get; } =
        new(new ActivityCatalog(typeof(SetAttribute).Assembly), ContactExpressions.Registry);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root(), .. path]));

    // Warming Microsoft's engine takes longer than a test; all tests share one catalogue.
    private static readonly Lazy<Task<RuleSetCatalog>> RuleSets = new(PublishAsync);

    public static Task<RuleSetCatalog> RuleSetsAsync() => RuleSets.Value;

    private static async Task<RuleSetCatalog> PublishAsync()
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        var publication = await catalog.PublishAsync(Read("rules", "lifecycle-tiers", "rules.json"));
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        return catalog;
    }

    public static WorkflowGraph LifecycleCare() => Compile(Read("workflows", "lifecycle-care", "workflow.json"));

    /// <param name="json">The journey.</param>
    /// <param name="part">A workflow that it uses as an activity.</param>
    public static WorkflowGraph Compile(string json, string? part = null)
    {
        var compilation = Compiler.Compile(
            json,
            part is null ? null : new EmbeddedWorkflows([ElsaReader.Read(part).Definition!])
        );
        Assert.True(compilation.IsValid, string.Join('\n', compilation.Diagnostics));
        return compilation.Graph!;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tree has no Workflows.sln.");
        }

        return folder;
    }
}
