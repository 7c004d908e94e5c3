using System.CommandLine;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Json;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Explaining;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands.Rules;

/// <summary>The rule file that a verb of <c>rules</c> works on, and the rule set in it that is meant.</summary>
internal sealed class RuleFile
{
    public static readonly Argument<string> Path = new("FILE") { Description = "A RulesEngine file." };

    public static readonly Option<string?> Name = new("--workflow")
    {
        Description = "Which rule set of the file is meant; needed where it holds several.",
        HelpName = "NAME",
    };

    private readonly MemoryRuleSetStore _store;
    private readonly RulesEngineJudge _judge;
    private readonly Language _language;

    private RuleFile(MemoryRuleSetStore store, RulesEngineJudge judge, Language language, PublishedRuleSet ruleSet)
    {
        _language = language;
        _store = store;
        _judge = judge;
        RuleSet = ruleSet;
    }

    /// <summary>The rule set that is meant, for inputs of any type.</summary>
    public PublishedRuleSet RuleSet { get; }

    /// <summary>Reads and checks the file that a command line names.</summary>
    /// <exception cref="BadInputException">The file cannot be used.</exception>
    public static async Task<RuleFile> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(Path);
        var text = JsonText.ReadFile(path);
        _ = JsonText.Parse(text, path);
        return await OpenAsync(text, path, parsed.GetValue(Name), CommonOptions.ReadLang(parsed), cancellationToken);
    }

    /// <summary>Rule sets that were read in another way; the first one is meant.</summary>
    /// <exception cref="BadInputException">They cannot be used.</exception>
    public static Task<RuleFile> OfAsync(
        IReadOnlyList<Workflows.Rules.Model.RuleSet> ruleSets,
        Language language,
        CancellationToken cancellationToken
    ) => OpenAsync(RuleSetWriter.Write(ruleSets), ruleSets[0].Name, ruleSets[0].Name, language, cancellationToken);

    private static async Task<RuleFile> OpenAsync(
        string text,
        string path,
        string? name,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var store = new MemoryRuleSetStore();
        var judge = new RulesEngineJudge(ContactRules.Types);
        var catalog = new RuleSetCatalog(store, judge, TimeProvider.System);
        var publication = await catalog.PublishAsync(text, cancellationToken);
        DocumentMistakes.ThrowIfAny(path, publication.Diagnostics, language);
        return new RuleFile(store, judge, language, Choose(publication.RuleSets!, name, path));
    }

    /// <summary>The rule set for many questions whose inputs have these types: compiled where that is possible.</summary>
    /// <exception cref="BadInputException">The rule set does not type-check with these inputs.</exception>
    public async Task<PublishedRuleSet> ForAsync(InputShape shape, CancellationToken cancellationToken)
    {
        var catalog = new RuleSetCatalog(_store, _judge, TimeProvider.System, shape);
        var ruleSet = await catalog.GetAsync(RuleSet.Name, cancellationToken);
        Ask(() => ruleSet!.ExplainerFor(shape));
        return ruleSet!;
    }

    /// <summary>Asks the rule set one question.</summary>
    /// <exception cref="BadInputException">The rule set does not type-check with these inputs.</exception>
    public RuleSetAnswer Evaluate(IReadOnlyList<RuleInput> inputs) =>
        Ask(() => RuleSet.Evaluate(inputs, RuleSetUses.ShapeOf(RuleSet.RuleSet)));

    /// <summary>Explains the answer to one question.</summary>
    /// <exception cref="BadInputException">The rule set does not type-check with these inputs.</exception>
    public RuleSetExplanation Explain(IReadOnlyList<RuleInput> inputs, Language language) =>
        Ask(() => RuleSet.Explain(inputs, ContactVocabulary.Names, language, RuleSetUses.ShapeOf(RuleSet.RuleSet)));

    /// <summary>Does something that fails where a rule set does not type-check.</summary>
    /// <exception cref="BadInputException">It does not.</exception>
    private T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (RuleSetException mistake)
        {
            var mistakes = mistake.Diagnostics.Select(found => DocumentMistakes.Line(found, _language));
            throw new BadInputException($"{RuleSet.Name}: {string.Join(" ", mistakes)}", mistake);
        }
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
