using System.Globalization;
using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Conformance.RuleFiles;

/// <summary>
/// Asks the questions of a file of recorded RulesEngine answers: the lenient judge all of them, as the original; the
/// strict judge and the compiled program, of which only what they answer is compared.
/// </summary>
internal static class RulesEngineVerb
{
    public static async Task<int> RunAsync(string file)
    {
        // The recordings were made under this culture, and the engine sorts inputs and formats texts by the current one.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var tallies = new Tallies();
        var strict = new StanceTallies("strict judge");
        var compiled = new StanceTallies("compiled");
        foreach (var json in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (kind, feature) = (json.GetProperty("class").GetString()!, json.GetProperty("feature").GetString()!);
            IReadOnlyList<Difference> differences =
            [
                .. await TryAsync(json),
                .. TryProduct("strict judge", json, strict, AskJudge),
                .. TryProduct("compiled", json, compiled, AskCompiled),
            ];
            tallies.Add(kind, feature, differences.Count == 0);
            foreach (var difference in differences)
            {
                Console.WriteLine($"{json.GetProperty("id")} {kind} {feature}: {difference}");
            }
        }

        tallies.PrintFeatures();
        strict.Print();
        compiled.Print();
        tallies.PrintClasses();
        tallies.PrintTotal();
        return tallies.HasSeriousFailure ? 1 : 0;
    }

    private static async Task<IReadOnlyList<Difference>> TryAsync(JsonElement json)
    {
        try
        {
            return await LenientRun.CompareAsync(new RecordedCase(json));
        }
        catch (Exception exception)
        {
            return [new Difference("case", "no exception", $"{exception.GetType().Name}: {exception.Message}")];
        }
    }

    private static IEnumerable<Difference> TryProduct(
        string title,
        JsonElement json,
        StanceTallies tallies,
        ProductRun.Question ask
    )
    {
        try
        {
            var recorded = new RecordedCase(json);
            var answer = ProductRun.Compare(recorded, ask);
            tallies.Add(recorded.Class, answer.Stance);
            if (answer.Stance == Stance.Declined)
            {
                Console.WriteLine(
                    $"{recorded.Id} {recorded.Class} {recorded.Feature}: {title} declines: {answer.Reason}"
                );
            }

            return answer.Differences.Select(found => found with { Place = $"{title}, {found.Place}" });
        }
        catch (Exception exception)
        {
            return [new Difference(title, "no exception", $"{exception.GetType().Name}: {exception.Message}")];
        }
    }

    private static CompiledAnswer AskJudge(
        Rules.Judging.RulesEngineJudge judge,
        Rules.Model.RuleSet ruleSet,
        IReadOnlyList<Rules.Model.RuleSet> others,
        IReadOnlyList<RuleInput> inputs
    )
    {
        var judgement = judge.Judge(ruleSet, inputs, others);
        return new CompiledAnswer(judgement.Answer, judgement.Diagnostics, []);
    }

    private static CompiledAnswer AskCompiled(
        Rules.Judging.RulesEngineJudge judge,
        Rules.Model.RuleSet ruleSet,
        IReadOnlyList<Rules.Model.RuleSet> others,
        IReadOnlyList<RuleInput> inputs
    ) => new PreparedRuleSet(judge, ruleSet, others).AskCompiled(inputs);
}
