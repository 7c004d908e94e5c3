using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflows.Conformance.Elsa;

/// <summary>Compares as the head of the file says: some fields exactly, some tolerantly, the others not at all.</summary>
internal static partial class Grader
{
    private static readonly string[] Times = ["resumeAt", "executeAt", "startAt"];
    private static readonly string[] Names = ["eventName", "taskName"];

    public static IEnumerable<Mismatch> Compare(
        int step,
        JsonObject expected,
        JsonObject got,
        bool isUnordered,
        bool isTolerant
    )
    {
        if (Truth(expected, "noInstance") || Truth(got, "noInstance"))
        {
            return Check(step, "noInstance", Truth(expected, "noInstance"), Truth(got, "noInstance"));
        }
        return
        [
            .. Check(step, "status", Text(expected, "status"), Text(got, "status")),
            .. Check(step, "subStatus", Text(expected, "subStatus"), Text(got, "subStatus")),
            .. Check(step, "correlationId", Text(expected, "correlationId"), Text(got, "correlationId")),
            .. Check(step, "name", Text(expected, "name"), Text(got, "name")),
            .. Check(step, "lines", Lines(expected, isTolerant, isUnordered), Lines(got, isTolerant, isUnordered)),
            .. Check(
                step,
                "completedLeaves",
                Texts(expected, "completedLeaves", isUnordered),
                Texts(got, "completedLeaves", isUnordered)
            ),
            .. Check(step, "incidents", Incidents(expected, isUnordered), Incidents(got, isUnordered)),
            .. Check(step, "bookmarks", Bookmarks(expected), Bookmarks(got)),
            .. Check(step, "otherInstances", Others(expected), Others(got)),
            .. CheckValues(step, "output", expected["output"], got["output"]),
            .. CheckValues(step, "variables", expected["variables"], got["variables"]),
        ];
    }

    private static Mismatch[] Check(int step, string field, object? expected, object? got) =>
        Equals(expected, got) ? [] : [new Mismatch(step, field, $"{expected ?? "null"}", $"{got ?? "null"}")];

    private static Mismatch[] CheckValues(int step, string field, JsonNode? expected, JsonNode? got) =>
        Same(expected ?? new JsonObject(), got ?? new JsonObject())
            ? []
            : [new Mismatch(step, field, expected?.ToJsonString() ?? "null", got?.ToJsonString() ?? "null")];

    private static bool Truth(JsonObject json, string name) => json[name]?.GetValue<bool>() ?? false;

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();

    private static string Texts(JsonObject json, string name, bool isUnordered) =>
        Join((json[name] as JsonArray ?? []).Select(item => item?.GetValue<string>() ?? "null"), isUnordered);

    private static string Lines(JsonObject json, bool isTolerant, bool isUnordered) =>
        Join(
            (json["lines"] as JsonArray ?? [])
                .Select(item => item?.GetValue<string>() ?? "")
                .Select(line => isTolerant ? NumberKinds().Replace(line, "Number:") : line),
            isUnordered
        );

    private static string Incidents(JsonObject json, bool isUnordered) =>
        Join(
            (json["incidents"] as JsonArray ?? []).Select(item =>
                item is JsonObject incident ? Text(incident, "activityId")! : item!.GetValue<string>()
            ),
            isUnordered
        );

    private static string Bookmarks(JsonObject json) =>
        Join(
            (json["bookmarks"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(bookmark =>
                    $"{Text(bookmark, "activityId")}:{Text(bookmark, "name")}{Payload(bookmark["payload"] as JsonObject)}"
                ),
            isUnordered: true
        );

    private static string Payload(JsonObject? payload)
    {
        var parts = Names
            .Where(name => payload?[name] is not null)
            .Select(name => $" {name}={payload![name]}")
            .Concat(
                Times
                    .Where(name => payload?[name] is not null)
                    .Select(name =>
                        $" {name}={DateTimeOffset.Parse(payload![name]!.ToString(), CultureInfo.InvariantCulture).UtcDateTime:O}"
                    )
            );
        return string.Concat(parts);
    }

    private static string Others(JsonObject json) =>
        Join(
            (json["otherInstances"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(other =>
                    $"{Text(other, "status")}/{Text(other, "subStatus")} {(other["output"] ?? new JsonObject()).ToJsonString()}"
                ),
            isUnordered: true
        );

    private static string Join(IEnumerable<string> texts, bool isUnordered) =>
        $"[{string.Join(" | ", isUnordered ? texts.Order(StringComparer.Ordinal) : texts)}]";

    private static bool Same(JsonNode? expected, JsonNode? got) =>
        (expected, got) switch
        {
            (null, null) => true,
            (JsonObject left, JsonObject right) => left.Count == right.Count
                && left.All(member => right.ContainsKey(member.Key) && Same(member.Value, right[member.Key])),
            (JsonArray left, JsonArray right) => left.Count == right.Count
                && left.Zip(right).All(pair => Same(pair.First, pair.Second)),
            (JsonValue left, JsonValue right) => SameValue(left, right),
            _ => false,
        };

    private static bool SameValue(JsonValue expected, JsonValue got)
    {
        var (left, right) = (expected.ToString(), got.ToString());
        return string.Equals(left, right, StringComparison.Ordinal)
            || (left.StartsWith('<') && left.EndsWith('>'))
            || (
                decimal.TryParse(left, CultureInfo.InvariantCulture, out var first)
                && decimal.TryParse(right, CultureInfo.InvariantCulture, out var second)
                && expected.GetValueKind() == got.GetValueKind()
                && first == second
            );
    }

    [GeneratedRegex(@"\b(Int32|Int64|Double|Decimal|Number|Single):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberKinds();
}
