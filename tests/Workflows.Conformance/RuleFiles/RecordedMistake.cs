using System.Text.Json;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Tells whether the original stumbled over an author's mistake.</summary>
internal static class RecordedMistake
{
    // The engine finds a broken action only when the action runs.
    private static readonly string[] ActionMistakes =
    [
        "was not found",
        "does not exist",
        "is not present",
        "failed to parse",
        "does not contain",
        "converts to the other",
        "No generic method",
        "may not contain",
    ];

    public static bool IsIn(JsonElement answer) =>
        !answer.TryGetProperty("results", out var results) || results.EnumerateArray().Any(IsInResult);

    private static bool IsInResult(JsonElement result) =>
        result.GetProperty("messageKind").GetString() is "parse" or "compile"
        || (result.GetProperty("actionResult") is { ValueKind: JsonValueKind.Object } action && IsInAction(action))
        || (
            result.GetProperty("childResults") is { ValueKind: JsonValueKind.Array } children
            && children.EnumerateArray().Any(IsInResult)
        );

    private static bool IsInAction(JsonElement action) =>
        action.TryGetProperty("exception", out var exception)
        && (
            exception.GetProperty("inner").ToString().Contains("ParseException", StringComparison.Ordinal)
            || ActionMistakes.Any(words =>
                exception.GetProperty("message").ToString().Contains(words, StringComparison.Ordinal)
            )
        );
}
