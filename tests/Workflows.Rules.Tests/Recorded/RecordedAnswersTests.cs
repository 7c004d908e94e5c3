using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Recorded;

/// <summary>Recorded answers of the original engine, asked through our judge.</summary>
public sealed class RecordedAnswersTests(ITestOutputHelper output)
{
    // Raise these when more cases are understood; never lower them.
    private const int LeastAsked = 503;
    private const int LeastAgreed = 489;

    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["Tier"] = typeof(Tier),
        ["Pricing"] = typeof(Pricing),
        ["Utils"] = typeof(Utils),
    };

    [Fact]
    public void Judge_RecordedCases_GiveTheRecordedAnswers()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(RuleFiles.Find("tests/Workflows.Conformance/Cases/rulesengine-public.json"))
        );
        var asked = 0;
        var failures = new List<string>();
        foreach (var recorded in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (Ask(recorded) is not { } disagreement)
            {
                continue;
            }

            asked++;
            if (disagreement.Length > 0)
            {
                failures.Add(
                    $"{recorded.GetProperty("id")} {recorded.GetProperty("class")} {recorded.GetProperty("feature")}: {disagreement}"
                );
            }
        }

        output.WriteLine($"{asked} asked, {asked - failures.Count} agreed");
        failures.ForEach(output.WriteLine);
        Assert.True(asked >= LeastAsked, $"{asked} cases were asked.");
        Assert.True(asked - failures.Count >= LeastAgreed, string.Join('\n', failures));
    }

    /// <summary>Null when the case uses what our API does not offer, empty when we agree, else what differs.</summary>
    private static string? Ask(JsonElement recorded)
    {
        if (CustomTypes(recorded.GetProperty("settings")) is not { } types)
        {
            return null;
        }

        var judge = new RulesEngineJudge(types);
        var observed = Observed(recorded);
        var calls = recorded.GetProperty("calls").EnumerateArray().ToList();
        if (calls.Any(call => call.GetProperty("api").GetString() is not "ExecuteAllRules"))
        {
            return null;
        }

        var built = observed.GetProperty("construct").ValueKind == JsonValueKind.String;
        var answers = built ? observed.GetProperty("calls").EnumerateArray().ToList() : [];
        for (var index = 0; index < calls.Count; index++)
        {
            var inputs = RecordedInputs.Read(calls[index]);
            if (inputs is null || UsesCustomAction(recorded))
            {
                return null;
            }

            var judgement = Judge(judge, recorded, calls[index].GetProperty("workflow").GetString()!, inputs);
            var difference = Compare(judgement, built ? answers[index] : null);
            if (
                judgement?.Answer is not null
                && Documents(recorded)
                    .SelectMany(text => RuleSetValidator.Validate(text, customTypes: types))
                    .FirstOrDefault(IsOfExpression)
                    is { } refused
            )
            {
                difference = $"right, but refused without inputs: {refused.Code} {refused.Message}";
            }

            if (difference.Length > 0)
            {
                return difference;
            }
        }

        return "";
    }

    private static RuleSetJudgement? Judge(
        RulesEngineJudge judge,
        JsonElement recorded,
        string name,
        IReadOnlyList<RuleInput> inputs
    )
    {
        var ruleSets = new List<RuleSet>();
        foreach (var text in Documents(recorded))
        {
            var reading = RuleSetReader.Read(text);
            if (
                !reading.Succeeded
                || RuleSetValidator
                    .Validate(reading, others: ruleSets)
                    .Any(found =>
                        found.Code.StartsWith("RULE", StringComparison.Ordinal)
                        && found.Severity == DiagnosticSeverity.Error
                        && found.Code is not ("RULE015" or "RULE019")
                    )
            )
            {
                return null;
            }

            ruleSets.AddRange(reading.RuleSets);
        }

        return ruleSets.Find(set => string.Equals(set.Name, name, StringComparison.Ordinal)) is { } ruleSet
            ? judge.Judge(ruleSet, inputs, ruleSets)
            : null;
    }

    private static string Compare(RuleSetJudgement? judgement, JsonElement? answer)
    {
        var isMistake =
            answer is not { } recorded
            || !recorded.TryGetProperty("results", out var results)
            || results.EnumerateArray().Any(IsMistake);
        if (isMistake)
        {
            return judgement?.Answer is null ? "" : "answered where a mistake was recorded";
        }

        if (judgement?.Answer is not { } given)
        {
            return $"not answered: {string.Join("; ", judgement?.Diagnostics.Select(found => $"{found.Code} {found.Message}") ?? ["structure"])}";
        }

        return Compare(given.Results, answer!.Value.GetProperty("results"));
    }

    private static string Compare(IReadOnlyList<RuleResult> given, JsonElement recorded)
    {
        if (recorded.ValueKind == JsonValueKind.Null)
        {
            return given.Count == 0 ? "" : "children where none were recorded";
        }

        return given.Count == recorded.GetArrayLength()
            ? string.Concat(given.Zip(recorded.EnumerateArray()).Select(pair => Compare(pair.First, pair.Second)))
            : $"{given.Count} results";
    }

    private static string Compare(RuleResult given, JsonElement recorded)
    {
        var kind = recorded.GetProperty("messageKind").GetString();
        var action = recorded.GetProperty("actionResult");
        return !recorded.GetProperty("ruleName").ValueEquals(given.Rule) ? $"rule {given.Rule}. "
            : given.IsSuccess != recorded.GetProperty("isSuccess").GetBoolean()
                ? $"{given.Rule}: {given.IsSuccess} {given.Message}. "
            : kind is "runtime" or "scopedRuntime" && !given.IsFaulted ? $"{given.Rule}: no fault. "
            : kind is "errorMessage" && !recorded.GetProperty("exceptionMessage").ValueEquals(given.Message)
                ? $"{given.Rule}: message '{given.Message}'. "
            : action.ValueKind == JsonValueKind.Object
            && action.TryGetProperty("output", out var value)
            && !RecordedValue.Matches(given.Output, value)
                ? $"{given.Rule}: output {given.Output?.GetType().Name} {given.Output}, recorded {value}; {given.Message}. "
            : Compare(given.Children, recorded.GetProperty("childResults"));
    }

    private static bool IsOfExpression(Diagnostic found) => found.Code.StartsWith("EXP", StringComparison.Ordinal);

    private static bool IsMistake(JsonElement result) =>
        result.GetProperty("messageKind").GetString() is "parse" or "compile"
        || (result.GetProperty("actionResult") is { ValueKind: JsonValueKind.Object } action && IsActionMistake(action))
        || (
            result.GetProperty("childResults") is { ValueKind: JsonValueKind.Array } children
            && children.EnumerateArray().Any(IsMistake)
        );

    // The engine finds a broken action only when the action runs.
    private static bool IsActionMistake(JsonElement action) =>
        action.TryGetProperty("exception", out var exception)
        && exception.GetProperty("inner").ToString() is var inner
        && (
            inner.Contains("ParseException", StringComparison.Ordinal)
            || IsBadSetting(exception.GetProperty("message").ToString())
        );

    private static bool IsBadSetting(string message) =>
        message.Contains("was not", StringComparison.Ordinal)
        || message.Contains("is not present", StringComparison.Ordinal)
        || message.Contains("failed to parse", StringComparison.Ordinal)
        || message.Contains("converts to the other", StringComparison.Ordinal);

    private static IEnumerable<string> Documents(JsonElement recorded) =>
        recorded.TryGetProperty("workflowsText", out var texts)
            ? texts.EnumerateArray().Select(text => text.GetString()!)
        : recorded.TryGetProperty("workflows", out var documents) && documents.ValueKind == JsonValueKind.Array
            ? documents.EnumerateArray().Select(document => document.GetRawText())
        : [];

    private static bool UsesCustomAction(JsonElement recorded) =>
        Documents(recorded)
            .Any(text =>
                text.Contains("Action\",", StringComparison.Ordinal)
                || text.Contains("Action\"}", StringComparison.Ordinal)
            );

    private static JsonElement Observed(JsonElement recorded) =>
        recorded.TryGetProperty("observedWithDynamicCore172", out var newer) ? newer : recorded.GetProperty("observed");

    private static List<Type>? CustomTypes(JsonElement settings)
    {
        var types = new List<Type> { typeof(Customer) };
        foreach (var setting in settings.EnumerateObject())
        {
            if (setting.Name is "CustomTypes")
            {
                types.AddRange(setting.Value.EnumerateArray().Select(name => Types[name.GetString()!]));
            }
            else if (setting.Name is not "UseFastExpressionCompiler")
            {
                return null;
            }
        }

        return types;
    }
}
