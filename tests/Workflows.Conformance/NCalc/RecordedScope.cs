using System.Text.Json;
using Workflows.Expressions;

namespace Workflows.Conformance.NCalc;

/// <summary>The parameters and handlers a recorded case was made with; a handler goes before a parameter, a dynamic parameter after it.</summary>
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
        var hosts = Hosts.NamesOf(json).ToList();
        value = null;
        foreach (var handler in hosts.Where(host => host.EndsWith("Handler", StringComparison.Ordinal)))
        {
            if (Hosts.TryGive(handler, name, out value))
            {
                return true;
            }
        }

        if (_values.TryGetValue(name, out value))
        {
            return true;
        }

        foreach (var host in hosts)
        {
            if (Hosts.TryGive(host, name, out value))
            {
                return true;
            }
        }

        return false;
    }
}
