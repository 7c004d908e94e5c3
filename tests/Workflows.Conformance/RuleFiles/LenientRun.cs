using System.Text.Json;
using Workflows.Rules.Judging;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Runs a case through the judge that answers as the original does, and compares everything recorded.</summary>
internal static class LenientRun
{
    public static async Task<IReadOnlyList<Difference>> CompareAsync(RecordedCase recorded)
    {
        var construct = recorded.Observed.GetProperty("construct");
        LenientJudge judge;
        try
        {
            judge = new LenientJudge(recorded.Documents, recorded.Settings);
        }
        catch (Exception exception)
        {
            return construct.ValueKind == JsonValueKind.Object
                ? RecordedException.Compare("construct", exception, construct)
                : [new Difference("construct", "ok", $"{exception.GetType()}: {exception.Message}")];
        }

        if (construct.ValueKind == JsonValueKind.Object)
        {
            return [new Difference("construct", construct.GetProperty("type").ToString(), "ok")];
        }

        var differences = new List<Difference>();
        for (var index = 0; index < recorded.Calls.Count; index++)
        {
            differences.AddRange(
                await CompareAsync($"calls[{index}]", judge, recorded.Calls[index], recorded.Answers[index])
            );
        }

        return differences;
    }

    private static async Task<IReadOnlyList<Difference>> CompareAsync(
        string place,
        LenientJudge judge,
        RecordedCall call,
        JsonElement answer
    )
    {
        try
        {
            var differences = await AskAsync(place, judge, call, answer);
            return answer.TryGetProperty("exception", out var expected)
                ? [new Difference(place, expected.GetProperty("type").ToString(), "no exception")]
                : differences;
        }
        catch (Exception exception) when (exception is not NotSupportedException)
        {
            return answer.TryGetProperty("exception", out var expected)
                ? RecordedException.Compare(place, exception, expected)
                : [new Difference(place, "no exception", $"{exception.GetType()}: {exception.Message}")];
        }
    }

    private static async Task<IReadOnlyList<Difference>> AskAsync(
        string place,
        LenientJudge judge,
        RecordedCall call,
        JsonElement answer
    )
    {
        switch (call.Api)
        {
            case "ExecuteAllRules":
                return RecordedResults.Compare(
                    place,
                    await judge.ExecuteAllRulesAsync(call.RuleSet, call.Inputs),
                    answer
                );
            case "ExecuteActionWorkflow":
                return RecordedResults.Compare(
                    place,
                    await judge.ExecuteActionWorkflowAsync(call.RuleSet, call.Rule, call.Inputs),
                    answer
                );
            case "Evaluate":
                return OneOrNone(RecordedValue.Compare(place, Evaluate(judge, call), Value(answer)));
            case "AddWorkflow":
                judge.Add(call.Definition);
                return [];
            case "AddOrUpdateWorkflow":
                judge.AddOrUpdate(call.Definition);
                return [];
            case "RemoveWorkflow":
                judge.Remove(call.RuleSet);
                return [];
            case "ClearWorkflows":
                judge.Clear();
                return [];
            case "ContainsWorkflow":
                return SameText(place, Value(answer), JsonSerializer.Serialize(judge.Contains(call.RuleSet)));
            case "GetAllRegisteredWorkflowNames":
                var names = judge.RuleSets.Order(StringComparer.Ordinal);
                return SameText(place, Value(answer), JsonSerializer.Serialize(names));
            default:
                throw new NotSupportedException($"There is no call '{call.Api}'.");
        }
    }

    private static object? Evaluate(LenientJudge judge, RecordedCall call)
    {
        var evaluate = typeof(LenientJudge).GetMethod(nameof(LenientJudge.Evaluate))!;
        return evaluate
            .MakeGenericMethod(TypeNames.Find(call.As))
            .Invoke(
                judge,
                System.Reflection.BindingFlags.DoNotWrapExceptions,
                null,
                [call.Expression, call.Inputs],
                null
            );
    }

    private static JsonElement Value(JsonElement answer) =>
        answer.TryGetProperty("value", out var value) ? value : JsonElement.Parse("null");

    private static IReadOnlyList<Difference> SameText(string place, JsonElement recorded, string given) =>
        string.Equals(JsonSerializer.Serialize(recorded), given, StringComparison.Ordinal)
            ? []
            : [new Difference(place, recorded.GetRawText(), given)];

    private static IReadOnlyList<Difference> OneOrNone(Difference? difference) =>
        difference is null ? [] : [difference];
}
