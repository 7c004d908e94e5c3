using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>
/// Diagnostics speak of activities by their ids and of inputs by their English names. People know an activity by its title on
/// the canvas, else by its name, and an input by its title in the designer's language.
/// </summary>
internal static class DiagnosticNames
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh");

    /// <summary>The diagnostics of a workflow; those that belong to an activity say what people call it and the input they name.</summary>
    public static IReadOnlyList<Diagnostic> Give(WorkflowGraph graph, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return diagnostics;
        }

        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(graph.Definition.Root, titles);
        var nodes = graph
            .Nodes.GroupBy(node => node.ActivityId, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return [.. diagnostics.Select(found => Give(found, nodes, titles))];
    }

    private static Diagnostic Give(
        Diagnostic found,
        Dictionary<string, GraphNode> nodes,
        Dictionary<string, string> titles
    ) =>
        found.Path is { } path && nodes.TryGetValue(path, out var node)
            ? found with
            {
                PathName = titles.GetValueOrDefault(path) ?? (node.ActivityName is { Length: > 0 } name ? name : null),
                Named = found.Named ?? InputOf(found.Message, node),
            }
            : found;

    private static (string English, string Chinese)? InputOf(string message, GraphNode node)
    {
        foreach (var input in node.Inputs)
        {
            var title = input.Attribute?.DisplayName ?? Words.Of(input.Name);
            if (Array.Find([title, input.Name], word => Names(message, word)) is { } word)
            {
                var texts = new DesignerTexts(Chinese, node.Activity.GetType().Assembly);
                return (word, texts.Of(title, $"{node.ActivityType}.{input.Name}"));
            }
        }

        return null;
    }

    private static bool Names(string message, string word) =>
        message.Contains($"'{word}'", StringComparison.Ordinal)
        || message.StartsWith($"{word}: ", StringComparison.Ordinal);

    private static void Read(JsonElement element, Dictionary<string, string> titles)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Read(item, titles);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (
                element.Member("id").AsText() is { } id
                && element.Member("metadata").Member("displayText").AsText() is { Length: > 0 } title
            )
            {
                titles[id] = title;
            }

            foreach (var member in element.EnumerateObject())
            {
                Read(member.Value, titles);
            }
        }
    }
}
