using System.CommandLine;
using Workflows.Expressions;
using Workflows.Host.Json;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Host.Commands.Rules;

/// <summary>A rule file or a table that a verb looks at as a whole, with the types of its inputs.</summary>
/// <param name="RuleSet">The rule set that is meant.</param>
/// <param name="Others">The other rule sets of the file.</param>
/// <param name="Shape">The types of the inputs.</param>
/// <param name="Facts">What holds for every contact.</param>
internal sealed record RuleSource(
    RuleSet RuleSet,
    IReadOnlyList<RuleSet> Others,
    InputShape Shape,
    IReadOnlyList<string> Facts
)
{
    public static readonly Option<string?> Sample = new("--input")
    {
        Description =
            "A sample of the inputs as a JSON object, or @FILE, where they are not a contact: it says their types.",
        HelpName = "JSON",
    };

    public static readonly Option<string[]> Fact = new("--fact")
    {
        Description = "A condition that holds for every contact, e.g. 'order.amount >= 0'; may be given several times.",
        HelpName = "EXPRESSION",
    };

    /// <summary>Reads a rule file, or a table (a file that is not JSON by its name).</summary>
    /// <exception cref="BadInputException">The file cannot be used.</exception>
    public static RuleSource Read(ParseResult parsed, string path)
    {
        if (!IsJson(path))
        {
            var table = TableSource.Compile(parsed, path);
            return new RuleSource(
                table,
                [],
                ContactRules.Shape,
                [.. ContactRules.Facts, .. parsed.GetValue(Fact) ?? []]
            );
        }

        var text = JsonText.ReadFile(path);
        JsonText.Check(text, path);
        var reading = RuleSetReader.Read(text);
        var language = CommonOptions.ReadLang(parsed);
        DocumentMistakes.ThrowIfAny(path, RuleSetValidator.Validate(reading), language);
        var ruleSet = Choose(reading.RuleSets!, parsed.GetValue(RuleFile.Name), path);
        RuleSet[] others = [.. reading.RuleSets!.Where(other => !ReferenceEquals(other, ruleSet))];
        var sample = parsed.GetValue(Sample);
        var shape = sample is null ? RuleSetUses.ShapeOf(ruleSet) : ShapeOf(ruleSet, sample);
        DocumentMistakes.ThrowIfAny(path, RuleSetValidator.Validate(reading, shape), language, ShapeHint(sample));
        IReadOnlyList<string> facts = sample is null ? RuleSetUses.FactsOf(ruleSet) : [];
        return new RuleSource(ruleSet, others, shape, [.. facts, .. parsed.GetValue(Fact) ?? []]);
    }

    /// <summary>Tells a rule file from a table.</summary>
    public static bool IsJson(string path) => Path.GetExtension(path).ToLowerInvariant() is ".json" or "";

    private static InputShape ShapeOf(RuleSet ruleSet, string sample) =>
        JsonInputs.ShapeOf(
            ruleSet,
            JsonInputs.Of(ruleSet, JsonText.ParseOption(sample, Sample.Name)),
            ContactRules.Shape
        );

    private static string ShapeHint(string? sample) =>
        sample is null ? $" Where the inputs are not a contact, give a sample of them: {Sample.Name} JSON." : "";

    private static RuleSet Choose(IReadOnlyList<RuleSet> ruleSets, string? name, string path)
    {
        var names = string.Join(", ", ruleSets.Select(ruleSet => ruleSet.Name));
        if (name is null)
        {
            return ruleSets.Count == 1
                ? ruleSets[0]
                : throw new BadInputException(
                    $"{path} holds several rule sets; choose by {RuleFile.Name.Name}: {names}."
                );
        }

        return ruleSets.FirstOrDefault(ruleSet => string.Equals(ruleSet.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException($"{path} has no rule set '{name}', only {names}.");
    }
}
