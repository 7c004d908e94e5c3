using Workflows.Conformance.Elsa;
using Workflows.Conformance.NCalc;
using Workflows.Conformance.RuleFiles;

namespace Workflows.Conformance;

/// <summary>One verb for each original whose recorded answers we compare with: <c>-- elsa FILE</c>.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<string, Task<int>>> Known = new(StringComparer.Ordinal)
    {
        ["elsa"] = ElsaVerb.RunAsync,
        ["ncalc"] = NCalcVerb.RunAsync,
        ["rulesengine"] = RulesEngineVerb.RunAsync,
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is [var verb, var file] && Known.TryGetValue(verb, out var run))
        {
            if (File.Exists(file))
            {
                return await TryAsync(run, file);
            }
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return 2;
        }
        await Console.Error.WriteLineAsync($"Usage: {string.Join(" | ", Known.Keys)} FILE");
        return 2;
    }

    private static async Task<int> TryAsync(Func<string, Task<int>> run, string file)
    {
        try
        {
            return await run(file);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or KeyNotFoundException)
        {
            await Console.Error.WriteLineAsync($"'{file}' is not a file of recorded cases: {exception.Message}");
            return 2;
        }
    }
}
