using System.Text.Json;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>One activity in a journey's document, with the outcomes that lead on from it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type, for example <c>Marketing.SendMessage</c>.</param>
/// <param name="Document">Its JSON.</param>
/// <param name="ConnectedOutcomes">The outcomes connections follow; null where it does not stand in a flowchart.</param>
internal sealed record JourneyActivity(
    string Id,
    string Type,
    JsonElement Document,
    IReadOnlySet<string>? ConnectedOutcomes
)
{
    /// <summary>All activities of a document, however deep.</summary>
    public static IEnumerable<JourneyActivity> All(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object ? Read(root, null) : [];

    /// <summary>All activities of a journey, and of the workflows that it uses as activities.</summary>
    public static IEnumerable<JourneyActivity> All(WorkflowGraph graph) =>
        All(graph.Definition.Root).Concat(Parts(graph).SelectMany(part => All(part.Definition!.Root)));

    /// <summary>The workflows that a journey uses as activities.</summary>
    public static IEnumerable<WorkflowDefinitionActivity> Parts(WorkflowGraph graph) =>
        graph
            .Nodes.Select(node => node.Activity)
            .OfType<WorkflowDefinitionActivity>()
            .Where(part => part.Definition is not null);

    /// <summary>Whether it sends a message.</summary>
    public bool Sends => Is(JourneyTypes.SendMessage) || SendBlocks.ByType.ContainsKey(Type);

    /// <summary>Whether it says something to somebody: a message, or the welcome of a new friend.</summary>
    public bool Speaks => Sends || Is(JourneyTypes.SendWelcome);

    /// <summary>The content of the library that it says, where that is known; else null.</summary>
    public ContentItem? Item { get; init; }

    /// <summary>What sort of content it says, where that is written down: in the block, else in its content.</summary>
    public string? Kind =>
        SaidKind.Of(Literal("kind"), Item, SendBlocks.ByType.TryGetValue(Type, out var block) ? block.Carrier : null);

    /// <summary>Whether it asks a rule set about the contact.</summary>
    public bool AsksRules =>
        Is(JourneyTypes.EvaluateRules) || Is(JourneyTypes.AssignPersona) || Is(JourneyTypes.ChangeStage);

    /// <summary>The channel it sends by, where that is written down; null where it is worked out, or nothing is sent.</summary>
    public string? Channel =>
        Literal("channel") is { Length: > 0 } channel ? channel
        : SendBlocks.ByType.TryGetValue(Type, out var block) && !IsGiven("channel") ? block.UsualChannel
        : null;

    /// <summary>Whether contacts can come in by it.</summary>
    public bool Starts =>
        Document.TryGetProperty("customProperties", out var properties)
        && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("canStartWorkflow", out var starts)
        && starts.ValueKind == JsonValueKind.True;

    /// <summary>What its author calls it.</summary>
    public string Label =>
        Document.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && Text(metadata, "displayText") is { Length: > 0 } label
            ? label
            : Text(Document, "name") ?? Id;

    public bool Is(string type) => Type.Equals(type, StringComparison.Ordinal);

    /// <summary>An input that is written down as text, or null when it is absent or worked out at run time.</summary>
    public string? Literal(string input) =>
        Document.TryGetProperty(input, out var wrapped)
        && wrapped.ValueKind == JsonValueKind.Object
        && wrapped.TryGetProperty("expression", out var expression)
        && expression.ValueKind == JsonValueKind.Object
        && Text(expression, "type") is "Literal"
            ? Text(expression, "value")
            : null;

    /// <summary>The texts of a list that is written down as JSON; none where it is absent or worked out at run time.</summary>
    public IReadOnlyList<string> Texts(string input)
    {
        try
        {
            return Written(input) is { } written ? JsonSerializer.Deserialize<string[]>(written) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>An input that says the same in every run: written down as text, or a template without anything to fill in.</summary>
    public string? Constant(string input) =>
        Literal(input)
        ?? (
            Document.TryGetProperty(input, out var wrapped)
            && wrapped.ValueKind == JsonValueKind.Object
            && wrapped.TryGetProperty("expression", out var expression)
            && expression.ValueKind == JsonValueKind.Object
            && Text(expression, "type") is "Liquid"
            && Text(expression, "value") is { } template
            && !template.Contains('{', StringComparison.Ordinal)
                ? template
                : null
        );

    /// <summary>An input as it is written, whatever the notation: a text with its places still in it.</summary>
    public string? Written(string input) =>
        Document.TryGetProperty(input, out var wrapped)
        && wrapped.ValueKind == JsonValueKind.Object
        && wrapped.TryGetProperty("expression", out var expression)
        && expression.ValueKind == JsonValueKind.Object
            ? Text(expression, "value")
            : null;

    /// <summary>The texts with merge fields in them: every input that is written in Liquid.</summary>
    public IEnumerable<string> Templates =>
        Document
            .EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Object)
            .Select(member => member.Value.TryGetProperty("expression", out var expression) ? expression : default)
            .Where(expression => expression.ValueKind == JsonValueKind.Object && Text(expression, "type") is "Liquid")
            .Select(expression => Text(expression, "value"))
            .OfType<string>();

    /// <summary>Whether a switch is written down as off.</summary>
    public bool IsOff(string input) =>
        Document.TryGetProperty(input, out var wrapped)
        && wrapped.ValueKind == JsonValueKind.Object
        && wrapped.TryGetProperty("expression", out var expression)
        && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("value", out var value)
        && (value.ValueKind == JsonValueKind.False || Text(expression, "value") is "false" or "False");

    /// <summary>Whether an input says anything at all.</summary>
    public bool IsGiven(string input) =>
        Document.TryGetProperty(input, out var value)
        && value.ValueKind == JsonValueKind.Object
        && Literal(input) is null or { Length: > 0 };

    private static IEnumerable<JourneyActivity> Read(JsonElement element, ILookup<string, string>? connections)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(item => Read(item, connections));
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var inside = element.TryGetProperty("connections", out var drawn) ? Connections(drawn) : null;
        var below = element
            .EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            .SelectMany(member => Read(member.Value, member.NameEquals("activities") ? inside : null));
        return Text(element, "type") is { } type && Text(element, "id") is { } id
            ? below.Prepend(new JourneyActivity(id, type, element, connections?[id].ToHashSet(StringComparer.Ordinal)))
            : below;
    }

    private static ILookup<string, string>? Connections(JsonElement drawn) =>
        drawn.ValueKind != JsonValueKind.Array
            ? null
            : drawn
                .EnumerateArray()
                .Select(connection => connection.TryGetProperty("source", out var source) ? source : default)
                .Where(source => source.ValueKind == JsonValueKind.Object)
                .ToLookup(
                    source => Text(source, "activity") ?? "",
                    source => Text(source, "port") ?? "Done",
                    StringComparer.Ordinal
                );

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
