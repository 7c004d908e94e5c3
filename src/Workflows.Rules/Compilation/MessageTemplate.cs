using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflows.Rules.Compilation;

/// <summary>An author's error message; <c>$(name)</c> and <c>$(input.member)</c> are filled in with JSON, as the judge does.</summary>
internal sealed partial class MessageTemplate
{
    private readonly string _text;
    private readonly IReadOnlyList<string> _places;

    public MessageTemplate(string text)
    {
        _text = text;
        _places = [.. Place().Matches(text).Select(match => match.Value[2..^1])];
    }

    /// <summary>Whether the message is the same for all inputs.</summary>
    public bool IsConstant => _places.Count == 0;

    /// <param name="find">The value under a name; null where there is none.</param>
    public string Fill(Func<string, object?> find)
    {
        var filled = _text;
        foreach (var place in _places)
        {
            var path = place.Split('.');
            if (find(path[0]) is { } value && Write(value, path.AsSpan(1)) is { } written)
            {
                filled = filled.Replace($"$({place})", written, StringComparison.Ordinal);
            }
        }

        return filled;
    }

    // A whole value is written as JSON, a member without the quotation marks of a text.
    private static string? Write(object value, ReadOnlySpan<string> members)
    {
        var json = JsonSerializer.Serialize(value);
        if (members.IsEmpty)
        {
            return json;
        }

        var node = JsonNode.Parse(json);
        foreach (var member in members)
        {
            node = node is JsonObject record && record.TryGetPropertyValue(member, out var found) ? found : null;
        }

        return node switch
        {
            null => null,
            JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
            _ => node.ToString(),
        };
    }

    [GeneratedRegex(@"\$\(.*?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
