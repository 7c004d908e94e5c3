using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Compares the product's results, which say less than the original's, with recorded ones.</summary>
internal static class ProductResults
{
    /// <summary>Compares the answer to all rules.</summary>
    public static IEnumerable<Difference> Compare(
        string place,
        IReadOnlyList<RuleResult> given,
        JsonElement? expected
    ) =>
        expected is { } answer && answer.TryGetProperty("results", out var results)
            ? Compare(place, given, results)
            : [new Difference(place, "no answer", "an answer")];

    /// <summary>Compares the answer of one rule, of which its action's output was asked.</summary>
    public static IEnumerable<Difference> CompareAction(
        string place,
        IReadOnlyList<RuleResult> given,
        string rule,
        JsonElement? expected
    )
    {
        var found = given.FirstOrDefault(result => string.Equals(result.Rule, rule, StringComparison.Ordinal));
        if (expected is not { } answer || !answer.TryGetProperty("actionOutput", out var output))
        {
            return found is null || found.IsFaulted ? [] : [new Difference(place, "no answer", "an answer")];
        }

        return RecordedValue.Compare(place, found?.Output, output) is { } difference ? [difference] : [];
    }

    private static IEnumerable<Difference> Compare(string place, IReadOnlyList<RuleResult> given, JsonElement recorded)
    {
        var count = recorded.ValueKind == JsonValueKind.Array ? recorded.GetArrayLength() : 0;
        return given.Count == count
            ? given
                .Zip(count == 0 ? [] : recorded.EnumerateArray().ToList())
                .SelectMany(pair => Compare(place, pair.First, pair.Second))
            : [new Difference(place, $"{count} results", $"{given.Count} results")];
    }

    private static IEnumerable<Difference> Compare(string place, RuleResult given, JsonElement recorded)
    {
        var at = $"{place}.{given.Rule}";
        var name = recorded.GetProperty("ruleName").GetString()!;
        var holds = recorded.GetProperty("isSuccess").GetBoolean();
        var recordedEvent = recorded.GetProperty("successEvent").GetString();
        var action = recorded.GetProperty("actionResult");
        var failed = action.ValueKind == JsonValueKind.Object && action.TryGetProperty("exception", out _);
        var kind = recorded.GetProperty("messageKind").GetString();
        var message = kind is "errorMessage" ? recorded.GetProperty("exceptionMessage").GetString() : null;
        var output =
            action.ValueKind == JsonValueKind.Object
                ? RecordedValue.Compare($"{at} output", given.Output, action.GetProperty("output"))
                : null;
        return
        [
            .. Same($"{at} name", name, given.Rule),
            .. Same($"{at} isSuccess", holds, given.IsSuccess),
            .. Same(
                $"{at} event",
                holds ? (string.IsNullOrEmpty(recordedEvent) ? name : recordedEvent) : null,
                given.SuccessEvent
            ),
            .. Same($"{at} fault", failed || kind is "runtime" or "scopedRuntime", given.IsFaulted),
            .. message is null ? [] : Same($"{at} message", message, given.Message),
            .. kind is "none" && !failed ? Same($"{at} message", null, given.Message) : [],
            .. output is null ? Array.Empty<Difference>() : [output],
            .. Compare(at, given.Children, recorded.GetProperty("childResults")),
        ];
    }

    private static IReadOnlyList<Difference> Same(string place, object? expected, object? given) =>
        Equals(expected, given) ? [] : [new Difference(place, $"{expected ?? "null"}", $"{given ?? "null"}")];
}
