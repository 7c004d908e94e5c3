using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Cases;

/// <summary>
/// Reads <c>cases.json</c>: <c>{ "ruleSet"?, "inputs"?, "cases": [ { "name", "title"?, "inputs", "expect": { "successEvents"?, "output"? } } ] }</c>.
/// The file's own inputs are shared by all cases; a case's members win over them.
/// </summary>
public static class RuleCaseReader
{
    /// <summary>Reads a file's text.</summary>
    /// <returns>The cases, or all diagnostics.</returns>
    public static RuleCaseFile Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonNode.Parse(json) is JsonObject root && root["cases"] is JsonArray cases
                ? Read(root, cases)
                : Failed("$", "The file is a JSON object with a list \"cases\".");
        }
        catch (JsonException exception)
        {
            return new RuleCaseFile(
                null,
                null,
                [new Diagnostic(RuleDiagnosticCodes.BrokenJson, $"This is not valid JSON: {exception.Message}", "$")]
            );
        }
    }

    private static RuleCaseFile Read(JsonObject root, JsonArray items)
    {
        var diagnostics = new List<Diagnostic>();
        var cases = new List<RuleCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count; index++)
        {
            var path = FormattableString.Invariant($"$.cases[{index}]");
            if (items[index] is not JsonObject item || Text(item["name"]) is not { Length: > 0 } name)
            {
                diagnostics.Add(Wrong(path, "A case is an object with a \"name\"."));
            }
            else if (!names.Add(name))
            {
                diagnostics.Add(Wrong($"{path}.name", $"Another case is named '{name}', too."));
            }
            else
            {
                cases.Add(ReadCase(name, item, root["inputs"] as JsonObject, path, diagnostics));
            }
        }

        return new RuleCaseFile(Text(root["ruleSet"]), diagnostics.Count > 0 ? null : cases, diagnostics);
    }

    private static RuleCase ReadCase(
        string name,
        JsonObject item,
        JsonObject? shared,
        string path,
        List<Diagnostic> diagnostics
    )
    {
        var expected = item["expect"] as JsonObject;
        var events = expected?["successEvents"] as JsonArray;
        var hasOutput = expected?.ContainsKey("output") == true;
        if (events is null && !hasOutput)
        {
            diagnostics.Add(
                Wrong($"{path}.expect", "A case expects \"successEvents\" (a list), an \"output\", or both.")
            );
        }

        if (item["inputs"] is not (null or JsonObject))
        {
            diagnostics.Add(Wrong($"{path}.inputs", "The inputs are an object: their values by name."));
        }

        return new RuleCase(
            name,
            Title(item["title"]),
            JsonSerializer.SerializeToElement(Merge(shared, item["inputs"] as JsonObject)),
            events is null ? null : [.. events.Select(value => Text(value) ?? "")],
            hasOutput ? JsonSerializer.SerializeToElement(expected!["output"]) : null
        );
    }

    private static JsonObject Merge(JsonObject? shared, JsonObject? own)
    {
        var merged = shared?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in own ?? [])
        {
            merged[name] =
                merged[name] is JsonObject left && value is JsonObject right ? Merge(left, right) : value?.DeepClone();
        }

        return merged;
    }

    private static LocalizedText? Title(JsonNode? node) =>
        node switch
        {
            JsonObject texts => new LocalizedText(
                texts.ToDictionary(text => text.Key, text => Text(text.Value) ?? "", StringComparer.OrdinalIgnoreCase)
            ),
            _ when Text(node) is { } text => new LocalizedText(
                new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [""] = text }
            ),
            _ => null,
        };

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static RuleCaseFile Failed(string path, string message) => new(null, null, [Wrong(path, message)]);

    private static Diagnostic Wrong(string path, string message) => new(RuleDiagnosticCodes.BadCase, message, path);
}
