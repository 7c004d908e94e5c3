using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// Tells designers which outcomes each <see cref="EvaluateRules"/> of a document has: those of the rule set it asks, and those its
/// connections follow. What is told is not stored: rule sets change after journeys were drawn.
/// </summary>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="all">The outcomes of all of them, for activities that work out which one they ask.</param>
public sealed class RuleOutcomes(RuleSetCatalog ruleSets, RuleOutcomeOptions all)
{
    private const string Member = "outcomes";

    /// <summary>Writes the outcomes into a document.</summary>
    /// <param name="document">The definition as a designer gets it.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    public async Task ShowAsync(JsonObject document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (activity, connected) in All(document["root"], null).ToList())
        {
            var known = await KnownAsync(activity["ruleSet"], cancellationToken);
            var outcomes = known
                .Union(connected, StringComparer.Ordinal)
                .Except([EvaluateRules.None], StringComparer.Ordinal);
            activity[Member] = new JsonObject
            {
                ["typeName"] = "List<String>",
                ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = JsonSerializer.Serialize(outcomes) },
            };
        }
    }

    /// <summary>Takes out of a document what <see cref="ShowAsync"/> wrote.</summary>
    /// <param name="document">The definition as a designer sends it.</param>
    public static void Drop(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (activity, _) in All(document["root"], null).ToList())
        {
            activity.Remove(Member);
        }
    }

    private async Task<IReadOnlyList<string>> KnownAsync(JsonNode? input, CancellationToken cancellationToken)
    {
        var expression = input?["expression"];
        if (Text(expression?["type"]) is not (null or "Literal"))
        {
            return [.. (await all.ListAsync(cancellationToken)).Select(option => option.Value)];
        }

        return
            Text(expression?["value"]) is { Length: > 0 } name
            && await ruleSets.NewestAsync(name, cancellationToken) is { } ruleSet
            ? ruleSet.SuccessEvents
            : [];
    }

    private static IEnumerable<(JsonObject Activity, IEnumerable<string> Connected)> All(
        JsonNode? node,
        ILookup<string, string>? connections
    )
    {
        if (node is JsonArray items)
        {
            return items.SelectMany(item => All(item, connections));
        }

        if (node is not JsonObject json)
        {
            return [];
        }

        var inside = json["connections"] is JsonArray drawn ? Connections(drawn) : null;
        var below = json.SelectMany(member => All(member.Value, member.Key is "activities" ? inside : null));
        return Text(json["type"]) is JourneyTypes.EvaluateRules && Text(json["id"]) is { } id && connections is not null
            ? below.Prepend((json, connections[id]))
            : below;
    }

    private static ILookup<string, string> Connections(JsonArray drawn) =>
        drawn
            .OfType<JsonObject>()
            .Select(connection => connection["source"] as JsonObject)
            .OfType<JsonObject>()
            .ToLookup(
                source => Text(source["activity"]) ?? "",
                source => Text(source["port"]) ?? "Done",
                StringComparer.Ordinal
            );

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
