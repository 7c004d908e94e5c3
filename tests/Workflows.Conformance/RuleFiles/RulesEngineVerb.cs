using System.Globalization;
using System.Text.Json;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Asks the questions of a file of recorded RulesEngine answers and prints where we differ.</summary>
internal static class RulesEngineVerb
{
    public static async Task<int> RunAsync(string file)
    {
        // The recordings were made under this culture, and the engine sorts inputs and formats texts by the current one.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var tallies = new Tallies();
        foreach (var json in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (kind, feature) = (json.GetProperty("class").GetString()!, json.GetProperty("feature").GetString()!);
            var differences = await TryAsync(json);
            tallies.Add(kind, feature, differences.Count == 0);
            foreach (var difference in differences)
            {
                Console.WriteLine($"{json.GetProperty("id")} {kind} {feature}: {difference}");
            }
        }

        tallies.PrintFeatures();
        tallies.PrintClasses();
        tallies.PrintTotal();
        return tallies.HasSeriousFailure ? 1 : 0;
    }

    private static async Task<IReadOnlyList<Difference>> TryAsync(JsonElement json)
    {
        try
        {
            return await LenientRun.CompareAsync(new RecordedCase(json));
        }
        catch (Exception exception)
        {
            return [new Difference("case", "no exception", $"{exception.GetType().Name}: {exception.Message}")];
        }
    }
}
