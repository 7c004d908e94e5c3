using System.CommandLine;
using Workflows.Expressions;
using Workflows.Host.Json;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands.Rules;

/// <summary>The rule file that a verb of <c>rules</c> works on.</summary>
internal static class RuleFile
{
    public static readonly Argument<string> Path = new("FILE") { Description = "A RulesEngine file." };

    public static readonly Option<string?> Name = new("--workflow")
    {
        Description = "Which rule set of the file is meant; needed where it holds several.",
        HelpName = "NAME",
    };

    /// <summary>Reads and checks the file, and finds the rule set that is meant.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The rule set's name; null where the file holds a single one.</param>
    /// <param name="shape">The types of the inputs, if they are known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BadInputException">The file cannot be used.</exception>
    public static async Task<PublishedRuleSet> OpenAsync(
        string path,
        string? name,
        InputShape? shape,
        CancellationToken cancellationToken
    )
    {
        var text = JsonText.ReadFile(path);
        _ = JsonText.Parse(text, path);
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System, shape);
        var publication = await catalog.PublishAsync(text, cancellationToken);
        DocumentMistakes.ThrowIfAny(path, publication.Diagnostics);
        return Choose(publication.RuleSets!, name, path);
    }

    private static PublishedRuleSet Choose(IReadOnlyList<PublishedRuleSet> ruleSets, string? name, string path)
    {
        var names = string.Join(", ", ruleSets.Select(ruleSet => ruleSet.Name));
        if (name is null)
        {
            return ruleSets.Count == 1
                ? ruleSets[0]
                : throw new BadInputException($"{path} holds several rule sets; choose by {Name.Name}: {names}.");
        }

        return ruleSets.FirstOrDefault(ruleSet => string.Equals(ruleSet.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException($"{path} has no rule set '{name}', only {names}.");
    }
}
