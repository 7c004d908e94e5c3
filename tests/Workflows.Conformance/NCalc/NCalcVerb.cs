using System.Globalization;
using System.Text.Json;

namespace Workflows.Conformance.NCalc;

/// <summary>Evaluates a file of recorded NCalc formulas and prints where we differ.</summary>
internal static class NCalcVerb
{
    public static async Task<int> RunAsync(string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var tallies = new Tallies();
        foreach (var json in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var recorded = new RecordedCase(json);
            // The current culture is the formula's, as it was when the answers were recorded.
            CultureInfo.CurrentCulture = recorded.Culture;
            var answer = Answer(recorded);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var passed = string.Equals(answer, recorded.Expected, StringComparison.Ordinal);
            tallies.Add(recorded.Class, recorded.Feature, passed);
            if (!passed)
            {
                Console.WriteLine(
                    $"{recorded.Id} {recorded.Class} {recorded.Feature}: {recorded.Title}\n    expected {recorded.Expected}\n    got      {answer}"
                );
            }
        }

        tallies.PrintFeatures();
        tallies.PrintClasses();
        tallies.PrintTotal();
        return tallies.HasSeriousFailure ? 1 : 0;
    }

    // A defect of ours or a case this program does not understand is one failed case, not the end of the run.
    private static string Answer(RecordedCase recorded)
    {
        try
        {
            return recorded.Answer();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
