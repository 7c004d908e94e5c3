using Workflows.Conformance.Elsa;

namespace Workflows.Conformance;

/// <summary>One verb for each original whose recorded answers we compare with: <c>-- elsa FILE</c>.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<string, Task<int>>> Known = new(StringComparer.Ordinal)
    {
        ["elsa"] = ElsaVerb.RunAsync,
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is [var verb, var file] && Known.TryGetValue(verb, out var run))
        {
            if (File.Exists(file))
            {
                return await run(file);
            }
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return 2;
        }
        await Console.Error.WriteLineAsync($"Usage: {string.Join(" | ", Known.Keys)} FILE");
        return 2;
    }
}
