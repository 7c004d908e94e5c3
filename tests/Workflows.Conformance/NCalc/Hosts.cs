using System.Globalization;
using System.Text.Json;
using Workflows.Expressions;

namespace Workflows.Conformance.NCalc;

/// <summary>What a recorded case's host added: functions, handlers and parameters, as the head of the file describes them.</summary>
internal static class Hosts
{
    public static IEnumerable<string> NamesOf(JsonElement json) =>
        json.TryGetProperty("host", out var hosts) ? hosts.EnumerateArray().Select(host => host.GetString()!) : [];

    public static ScriptGlobals Of(JsonElement json) =>
        NamesOf(json)
            .Aggregate(
                ScriptGlobals.Empty,
                (globals, host) =>
                    host switch
                    {
                        "Triple" => globals.With(
                            host,
                            (_, arguments) => 3 * Convert.ToInt32(arguments[0], CultureInfo.CurrentCulture)
                        ),
                        "Lazy" => globals.With(host, (_, arguments) => arguments.Count),
                        "AbsOverride" => globals.With("Abs", (_, _) => "overridden"),
                        _ => globals,
                    }
            );

    /// <summary>The value a handler of the host gives to a parameter.</summary>
    public static bool TryGive(string host, string name, out object? value)
    {
        value = host switch
        {
            "dyn" when name is "dyn" => 99,
            "paramHandler" when name.StartsWith("auto", StringComparison.Ordinal) => name.Length,
            _ => null,
        };
        return value is not null || (host is "nullHandler" && name is "nul");
    }
}
