using System.Globalization;
using System.Text.Json.Nodes;

namespace Workflows.Marketing.Templates;

/// <summary>The documents of a template, open for parameters to be read and set.</summary>
internal sealed class TemplateDocuments
{
    private readonly TemplateFiles _files;
    private readonly JsonObject _workflow;
    private readonly Dictionary<string, JsonObject> _rules;
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private bool _isWorkflowChanged;

    /// <exception cref="System.Text.Json.JsonException">A document is no JSON object.</exception>
    public TemplateDocuments(TemplateFiles files)
    {
        _files = files;
        _workflow = ObjectOf(files.Workflow);
        _rules = files.Rules.ToDictionary(rule => rule.Key, rule => ObjectOf(rule.Value.Rules), StringComparer.Ordinal);
    }

    /// <summary>The workflow's definition id.</summary>
    public string? DefinitionId => TextOf(_workflow["definitionId"]);

    /// <summary>The value at a place, as text; null where there is no such place.</summary>
    public string? Read(ParameterPlace place) => Holder(place) is var (holder, name) ? TextOf(holder[name]) : null;

    /// <summary>Sets the value at a place that exists.</summary>
    public void Write(ParameterPlace place, string value)
    {
        var (holder, name) = Holder(place)!.Value;
        holder[name] =
            holder[name]?.GetValueKind() is System.Text.Json.JsonValueKind.Number
                ? JsonNode.Parse(value)
                : JsonValue.Create(value);
        if (place.RuleSet is { } ruleSet)
        {
            _changed.Add(ruleSet);
        }
        else
        {
            _isWorkflowChanged = true;
        }
    }

    /// <summary>Gives the workflow another identity.</summary>
    public void Rename(string name, string title)
    {
        _workflow["definitionId"] = name;
        _workflow["id"] = name;
        _workflow["name"] = title;
        _isWorkflowChanged = true;
    }

    /// <summary>The files with what was set; those that did not change keep every character.</summary>
    public TemplateFiles ToFiles() =>
        _files with
        {
            Workflow = _isWorkflowChanged ? Written(_workflow) : _files.Workflow,
            Rules = _files.Rules.ToDictionary(
                rule => rule.Key,
                rule =>
                    _changed.Contains(rule.Key) ? rule.Value with { Rules = Written(_rules[rule.Key]) } : rule.Value,
                StringComparer.Ordinal
            ),
        };

    private (JsonObject Holder, string Name)? Holder(ParameterPlace place) =>
        place switch
        {
            { Variable: { } variable } => Item(_workflow["variables"], "name", variable) is { } found
                ? (found, "value")
                : null,
            { Block: { } block, Input: { } input } => BlockOf(_workflow["root"], block)?[input]?["expression"]
                is JsonObject expression
                ? (expression, "value")
                : null,
            { Setting: { } setting } => SettingOf(setting),
            { RuleSet: { } ruleSet, Param: { } param } => _rules.GetValueOrDefault(ruleSet) is { } rules
            && Item(rules["GlobalParams"], "Name", param) is { } declared
                ? (declared, "Expression")
                : null,
            _ => null,
        };

    private (JsonObject Holder, string Name)? SettingOf(string path)
    {
        string[] parts = path.Split('.');
        JsonNode? holder = _workflow["customProperties"];
        foreach (var part in parts[..^1])
        {
            holder = (holder as JsonObject)?[part];
        }

        return holder is JsonObject found && found.ContainsKey(parts[^1]) ? (found, parts[^1]) : null;
    }

    private static JsonObject? BlockOf(JsonNode? node, string name) =>
        node is not JsonObject container ? null
        : string.Equals(TextOf(container["name"]), name, StringComparison.Ordinal) ? container
        : (container["activities"] as JsonArray)
            ?.Select(inner => BlockOf(inner, name))
            .FirstOrDefault(inner => inner is not null);

    private static JsonObject? Item(JsonNode? list, string member, string name) =>
        (list as JsonArray)
            ?.OfType<JsonObject>()
            .FirstOrDefault(item => string.Equals(TextOf(item[member]), name, StringComparison.Ordinal));

    private static string? TextOf(JsonNode? node) =>
        node is null ? null : Convert.ToString(node, CultureInfo.InvariantCulture);

    private static JsonObject ObjectOf(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new System.Text.Json.JsonException("A JSON object was expected.");

    private static string Written(JsonObject document) => document.ToJsonString(TemplateJson.Options) + "\n";
}
