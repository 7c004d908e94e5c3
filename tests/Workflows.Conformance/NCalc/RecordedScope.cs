using System.Text.Json;
using Workflows.Expressions;

namespace Workflows.Conformance.NCalc;

/// <summary>The parameters and handlers a recorded case was made with; a handler goes before a parameter.</summary>
internal sealed class RecordedScope(JsonElement json) : Scope
{
    private readonly Dictionary<string, object?> _values = json.TryGetProperty("parameters", out var parameters)
        ? parameters
            .EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => RecordedValue.Of(entry.Value), StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    public override IEnumerable<string> Names => _values.Keys;

    public override bool TryGet(string name, out object? value)
    {
        foreach (var host in Hosts.NamesOf(json))
        {
            if (Hosts.TryGive(host, name, out value))
            {
                return true;
            }
        }

        return _values.TryGetValue(name, out value);
    }
}
