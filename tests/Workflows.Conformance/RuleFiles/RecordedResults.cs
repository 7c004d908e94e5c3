using System.Globalization;
using System.Text.Json;
using Workflows.Rules.Judging;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Compares result trees; of messages, the words count only where they are the author's.</summary>
internal static class RecordedResults
{
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    public static IReadOnlyList<Difference> Compare(string place, JudgedRules given, JsonElement answer) =>
        [
            .. CompareAll(place, given.Rules, Member(answer, "results")),
            .. Same($"{place} event", Member(answer, "onSuccessEvent"), given.SuccessEvent),
            .. Same($"{place} onFail", Member(answer, "onFail"), given.SuccessEvent is null),
        ];

    public static IReadOnlyList<Difference> Compare(string place, JudgedAction given, JsonElement answer) =>
        [
            .. CompareAll(place, given.Rules, Member(answer, "results")),
            .. RecordedValue.Compare($"{place} output", given.Output, Member(answer, "actionOutput")) is { } difference
                ? [difference]
                : Array.Empty<Difference>(),
            .. RecordedException.Compare($"{place} action", given.Exception, Member(answer, "actionException")),
        ];

    private static IEnumerable<Difference> CompareAll(
        string place,
        IReadOnlyList<JudgedRule>? given,
        JsonElement recorded
    )
    {
        if (recorded.ValueKind != JsonValueKind.Array || given is null)
        {
            return recorded.ValueKind == JsonValueKind.Array || given is not null
                ? [new Difference(place, recorded.GetRawText(), given is null ? "no list" : "a list")]
                : [];
        }

        return given.Count == recorded.GetArrayLength()
            ? given.Zip(recorded.EnumerateArray()).SelectMany(pair => Compare(place, pair.First, pair.Second))
            : [new Difference(place, $"{recorded.GetArrayLength()} results", $"{given.Count} results")];
    }

    private static IEnumerable<Difference> Compare(string place, JudgedRule given, JsonElement recorded)
    {
        var at = $"{place}.{given.Rule}";
        var kind = KindName(given.MessageKind);
        return
        [
            .. Same($"{at} name", Member(recorded, "ruleName"), given.Rule),
            .. Same($"{at} isSuccess", Member(recorded, "isSuccess"), given.IsSuccess),
            .. Same($"{at} messageKind", Member(recorded, "messageKind"), kind, given.Message),
            .. given.MessageKind is RuleMessageKind.ErrorMessage
                ? Same($"{at} message", Member(recorded, "exceptionMessage"), given.Message)
                : [],
            .. Same($"{at} successEvent", Member(recorded, "successEvent"), given.SuccessEvent),
            .. Same($"{at} inputs", Member(recorded, "inputs"), given.Inputs),
            .. CompareAll(at, given.Children, Member(recorded, "childResults")),
            .. CompareAction(at, given.Action, Member(recorded, "actionResult")),
        ];
    }

    private static IEnumerable<Difference> CompareAction(string place, JudgedOutput? given, JsonElement recorded)
    {
        if (given is null || recorded.ValueKind == JsonValueKind.Null)
        {
            return (given is null) == (recorded.ValueKind == JsonValueKind.Null)
                ? []
                : [new Difference($"{place} action", recorded.GetRawText(), given is null ? "none" : "some")];
        }

        var output = RecordedValue.Compare($"{place} output", given.Output, Member(recorded, "output"));
        return
        [
            .. output is null ? Array.Empty<Difference>() : [output],
            .. RecordedException.Compare($"{place} action", given.Exception, Member(recorded, "exception")),
        ];
    }

    private static IReadOnlyList<Difference> Same(
        string place,
        JsonElement recorded,
        object? given,
        string? more = null
    )
    {
        var (expected, got) = (JsonSerializer.Serialize(recorded), JsonSerializer.Serialize(given));
        return string.Equals(expected, got, StringComparison.Ordinal)
            ? []
            : [new Difference(place, expected, more is null ? got : $"{got} ({more})")];
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) ? member : Nothing;

    private static string KindName(RuleMessageKind kind)
    {
        var name = kind.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
    }
}
