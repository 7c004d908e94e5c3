using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

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
        if (recorded.HasOwnMeaning || recorded.Calls.Any(call => call.Api is "Evaluate"))
        {
            return new ProductAnswer(Stance.Declined, [], "such settings and calls are the lenient judge's");
        }

        var reading = Read(recorded.Documents);
        if (reading.RuleSets is not { } ruleSets)
        {
            return Refused(recorded, null, reading.Diagnostics);
        }

        var worst = new ProductAnswer(Stance.Answered, []);
        for (var index = 0; index < recorded.Calls.Count; index++)
        {
            var call = recorded.Calls[index];
            ruleSets = Change(ruleSets, call);
            if (call.Api is "ExecuteAllRules" or "ExecuteActionWorkflow")
            {
                JsonElement? expected = index < recorded.Answers.Count ? recorded.Answers[index] : null;
                worst = Worse(worst, Ask(recorded, ruleSets, call, $"calls[{index}]", expected, ask));
            }
        }

        return worst;
    }

    private static ProductAnswer Worse(ProductAnswer one, ProductAnswer other) =>
        new(
            (Stance)Math.Max((int)one.Stance, (int)other.Stance),
            [.. one.Differences, .. other.Differences],
            one.Reason ?? other.Reason
        );

    // What the registry of the original refuses, it leaves as it was.
    private static IReadOnlyList<RuleSet> Change(IReadOnlyList<RuleSet> ruleSets, RecordedCall call)
    {
        IEnumerable<RuleSet> Without(string name) =>
            ruleSets.Where(set => !string.Equals(set.Name, name, StringComparison.Ordinal));
        switch (call.Api)
        {
            case "RemoveWorkflow":
                return [.. Without(call.RuleSet)];
            case "ClearWorkflows":
                return [];
            case "AddWorkflow"
            or "AddOrUpdateWorkflow"
                when Read([call.Definition]).RuleSets is [{ Rules.Count: > 0 } added]
                    && (call.Api is "AddOrUpdateWorkflow" || Without(added.Name).Count() == ruleSets.Count):
                return [.. Without(added.Name), added];
            default:
                return ruleSets;
        }
    }

    private static ProductAnswer Ask(
        RecordedCase recorded,
        IReadOnlyList<RuleSet> ruleSets,
        RecordedCall call,
        string place,
        JsonElement? expected,
        Question ask
    )
    {
        var ruleSet = ruleSets.FirstOrDefault(set => string.Equals(set.Name, call.RuleSet, StringComparison.Ordinal));
        if (ruleSet is null)
        {
            return Refused(recorded, expected, []);
        }

        var inputs = call.Inputs;
        var judge = new RulesEngineJudge(
            [
                .. recorded.Settings.CustomTypes,
                .. inputs.Select(input => input.Value?.GetType() ?? input.DeclaredType).OfType<Type>().Where(IsOurs),
            ],
            recorded.Settings.CustomActions
        );
        var given = ask(judge, ruleSet, ruleSets, inputs);
        if (given.Answer is not { } answer)
        {
            return given.Declined.Count > 0
                ? new ProductAnswer(Stance.Declined, [], string.Join("; ", given.Declined))
                : Refused(recorded, expected, given.Diagnostics);
        }

        if (!recorded.HasUsualFailures && answer.Results.Any(IsFaulted))
        {
            return new ProductAnswer(
                Stance.Declined,
                [],
                "what becomes of failures under such settings is the lenient judge's"
            );
        }

        return call.Api is "ExecuteAllRules"
            ? Answered(ProductResults.Compare(place, answer.Results, expected))
            : Answered(ProductResults.CompareAction(place, answer.Results, call.Rule, expected));
    }

    private static ProductAnswer Answered(IEnumerable<Difference> differences) =>
        new(Stance.Answered, [.. differences]);

    private static bool IsFaulted(RuleResult result) => result.IsFaulted || result.Children.Any(IsFaulted);

    /// <summary>The rule sets of all documents, or everything that is wrong with their structure.</summary>
    private static RuleSetReading Read(IReadOnlyList<string> documents)
    {
        var ruleSets = new List<RuleSet>();
        foreach (var text in documents)
        {
            var reading = RuleSetReader.Read(text);
            if (!reading.Succeeded || reading.IsList)
            {
                return new RuleSetReading(null, reading.Diagnostics);
            }

            ruleSets.AddRange(reading.RuleSets);
        }

        return ruleSets.DistinctBy(set => set.Name, StringComparer.Ordinal).Count() == ruleSets.Count
            ? new RuleSetReading(ruleSets, [])
            : new RuleSetReading(null, RuleSetValidator.Validate(new RuleSetReading(ruleSets, [])));
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
