using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Json;

/// <summary>Reads one JSON object property by property, and remembers which of them nobody asked for.</summary>
internal sealed class ObjectReader
{
    private readonly Dictionary<string, JsonProperty> _unread = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Diagnostic> _diagnostics;

    public ObjectReader(JsonElement element, string path, List<Diagnostic> diagnostics)
    {
        Path = path;
        _diagnostics = diagnostics;
        foreach (var property in element.EnumerateObject())
        {
            // Readers differ in which of the two they take: what one checks, another one would not run.
            if (!_unread.TryAdd(property.Name, property))
            {
                diagnostics.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.DuplicateProperty,
                        $"'{property.Name}' is there twice, whatever its case.",
                        $"{path}.{property.Name}",
                        Remedy: "Remove one of the two."
                    )
                );
            }
        }
    }

    public string Path { get; }

    public string? Text(string name) =>
        Take(name, JsonValueKind.String, "a text") is { } value ? value.GetString() : null;

    public bool? Flag(string name)
    {
        // RulesEngine takes null for a text or a list that is not there, but not for a yes or no.
        if (!_unread.Remove(name, out var property))
        {
            return null;
        }

        if (property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return property.Value.GetBoolean();
        }

        Refuse(name, "true or false");
        return null;
    }

    public ObjectReader? Object(string name) =>
        Take(name, JsonValueKind.Object, "an object") is { } value
            ? new ObjectReader(value, $"{Path}.{name}", _diagnostics)
            : null;

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var (item, path) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                Refuse(path, item, "a text");
            }
        }

        return texts;
    }

    public IReadOnlyList<T> Objects<T>(string name, Func<ObjectReader, T> read)
    {
        var objects = new List<T>();
        foreach (var (item, path) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                objects.Add(read(new ObjectReader(item, path, _diagnostics)));
            }
            else
            {
                Refuse(path, item, "an object");
            }
        }

        return objects;
    }

    /// <summary>What nobody has read; every later call answers with nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest(IEqualityComparer<string>? names = null)
    {
        var rest = new Dictionary<string, JsonElement>(names ?? StringComparer.Ordinal);
        foreach (var property in _unread.Values)
        {
            rest[property.Name] = property.Value.Clone();
        }

        _unread.Clear();
        return rest;
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(string name) =>
        Take(name, JsonValueKind.Array, "a list") is { } list
            ? list.EnumerateArray()
                .Select((item, index) => (item, FormattableString.Invariant($"{Path}.{name}[{index}]")))
            : [];

    private JsonElement? Take(string name, JsonValueKind kind, string expected)
    {
        if (!_unread.Remove(name, out var property) || property.Value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (property.Value.ValueKind == kind)
        {
            return property.Value;
        }

        Refuse($"{Path}.{name}", property.Value, expected);
        return null;
    }

    private void Refuse(string name, string expected) =>
        _diagnostics.Add(
            new Diagnostic(RuleDiagnosticCodes.WrongKind, $"{name} must be {expected}.", $"{Path}.{name}")
        );

    private void Refuse(string path, JsonElement found, string expected) =>
        _diagnostics.Add(
            new Diagnostic(
                RuleDiagnosticCodes.WrongKind,
                $"{path[(path.LastIndexOf('.') + 1)..]} must be {expected}, not {Word(found.ValueKind)}.",
                path
            )
        );

    private static string Word(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
}
