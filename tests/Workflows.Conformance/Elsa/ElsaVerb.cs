using System.Text.Json;

namespace Workflows.Conformance.Elsa;

/// <summary>Executes a file of recorded Elsa runs and prints where we differ.</summary>
internal static class ElsaVerb
{
    public static async Task<int> RunAsync(string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var tallies = new SortedDictionary<(string Class, string Feature), (int Passed, int Failed)>();
        foreach (var recorded in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var kind = (recorded.GetProperty("class").GetString()!, recorded.GetProperty("feature").GetString()!);
            var mismatches = await TryAsync(recorded);
            var (passed, failed) = tallies.GetValueOrDefault(kind);
            tallies[kind] = mismatches.Count == 0 ? (passed + 1, failed) : (passed, failed + 1);
            if (mismatches.Count > 0)
            {
                Console.WriteLine(
                    $"{recorded.GetProperty("id")} {kind.Item1} {kind.Item2}: {recorded.GetProperty("title")}"
                );
                foreach (var mismatch in mismatches)
                {
                    Console.WriteLine($"    {mismatch}");
                }
            }
        }
        return Print(tallies);
    }

    private static async Task<IReadOnlyList<Mismatch>> TryAsync(JsonElement recorded)
    {
        try
        {
            return await CaseRunner.RunAsync(recorded);
        }
        catch (Exception exception)
        {
            return [new Mismatch(0, "exception", "none", $"{exception.GetType().Name}: {exception.Message}")];
        }
    }

    private static int Print(SortedDictionary<(string Class, string Feature), (int Passed, int Failed)> tallies)
    {
        Console.WriteLine();
        foreach (var ((kind, feature), (passed, failed)) in tallies)
        {
            Console.WriteLine($"{kind, -5} {feature, -22} {passed, 4} passed {failed, 4} failed");
        }
        foreach (var group in tallies.GroupBy(tally => tally.Key.Class, StringComparer.Ordinal))
        {
            Console.WriteLine(
                $"{group.Key, -28} {group.Sum(tally => tally.Value.Passed), 4} passed {group.Sum(tally => tally.Value.Failed), 4} failed"
            );
        }
        var all = tallies.Values;
        Console.WriteLine($"{all.Sum(tally => tally.Passed)} passed, {all.Sum(tally => tally.Failed)} failed");
        return tallies.Any(tally =>
            string.Equals(tally.Key.Class, "core", StringComparison.Ordinal) && tally.Value.Failed > 0
        )
            ? 1
            : 0;
    }
}
