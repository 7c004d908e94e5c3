using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Conformance.RuleFiles;

/// <summary>
/// Runs a case the way the product asks its rules: mistakes are diagnostics, what is not allowed is refused, and the
/// compiled program may leave a question to the judge. What it does answer has to be what was recorded.
/// </summary>
internal static class ProductRun
{
    /// <summary>Asks one rule set.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="others">All rule sets there are.</param>
    /// <param name="inputs">The inputs.</param>
    public delegate CompiledAnswer Question(
        RulesEngineJudge judge,
        RuleSet ruleSet,
        IReadOnlyList<RuleSet> others,
        IReadOnlyList<RuleInput> inputs
    );

    public static ProductAnswer Compare(RecordedCase recorded, Question ask)
    {
        if (recorded.HasUnusualSettings || recorded.Calls.Any(call => call.Api is not "ExecuteAllRules"))
        {
            return new ProductAnswer(Stance.Declined, [], "other calls and settings are the lenient judge's");
        }

        var reading = Read(recorded);
        if (reading is not { RuleSets: { } ruleSets })
        {
            return Refused(recorded, null, reading!.Diagnostics);
        }

        var worst = new ProductAnswer(Stance.Answered, []);
        foreach (var (call, index) in recorded.Calls.Select((call, index) => (call, index)))
        {
            var answer = Ask(recorded, ruleSets, call, index, ask);
            worst = new ProductAnswer(
                (Stance)Math.Max((int)worst.Stance, (int)answer.Stance),
                [.. worst.Differences, .. answer.Differences],
                worst.Reason ?? answer.Reason
            );
        }

        return worst;
    }

    private static ProductAnswer Ask(
        RecordedCase recorded,
        IReadOnlyList<RuleSet> ruleSets,
        RecordedCall call,
        int index,
        Question ask
    )
    {
        var answers = recorded.Answers;
        JsonElement? expected = index < answers.Count ? answers[index] : null;
        var ruleSet = ruleSets.FirstOrDefault(set => string.Equals(set.Name, call.RuleSet, StringComparison.Ordinal));
        if (ruleSet is null)
        {
            return Refused(recorded, expected, []);
        }

        var inputs = call.Inputs;
        var judge = new RulesEngineJudge([
            .. recorded.Settings.CustomTypes,
            .. inputs.Select(input => input.Value?.GetType() ?? input.DeclaredType).OfType<Type>().Where(IsOurs),
        ]);
        var given = ask(judge, ruleSet, ruleSets, inputs);
        if (given.Answer is not { } answer)
        {
            return given.Declined.Count > 0
                ? new ProductAnswer(Stance.Declined, [], string.Join("; ", given.Declined))
                : Refused(recorded, expected, given.Diagnostics);
        }

        return expected is { } results && results.TryGetProperty("results", out var trees)
            ? new ProductAnswer(Stance.Answered, [.. ProductResults.Compare($"calls[{index}]", answer.Results, trees)])
            : new ProductAnswer(Stance.Answered, [new Difference($"calls[{index}]", "no answer", "an answer")]);
    }

    /// <summary>The rule sets of all documents, or everything that is wrong with their structure.</summary>
    private static RuleSetReading Read(RecordedCase recorded)
    {
        var ruleSets = new List<RuleSet>();
        foreach (var text in recorded.Documents)
        {
            var reading = RuleSetReader.Read(text);
            if (!reading.Succeeded || reading.IsList)
            {
                return new RuleSetReading(null, reading.Diagnostics);
            }

            ruleSets.AddRange(reading.RuleSets);
        }

        return new RuleSetReading(ruleSets, []);
    }

    private static ProductAnswer Refused(
        RecordedCase recorded,
        JsonElement? expected,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var reason = string.Join("; ", diagnostics.Select(found => $"{found.Code} {found.Message}"));
        return expected is not { } answer || recorded.Answers.Count == 0 || RecordedMistake.IsIn(answer)
            ? new ProductAnswer(Stance.Diagnosed, [], reason)
            : new ProductAnswer(Stance.Declined, [], $"refused: {reason}");
    }

    private static bool IsOurs(Type type) => type.Assembly == typeof(ProductRun).Assembly;
}
