using System.Text.Json;

namespace Workflows.Expressions.Tests.NCalc;

public sealed class NCalcConformanceTests
{
    private const int LeastPassing = 536;

    [Fact]
    public void Formulas_RecordedFromNCalc_AnswerAlike()
    {
        var core = Cases().Where(recorded => recorded.IsCore).ToList();

        var passed = core.Count(recorded => recorded.Passes());

        Assert.True(
            passed >= LeastPassing,
            $"{passed} of {core.Count} recorded core cases pass; {LeastPassing} passed before."
        );
    }

    internal static string Report() =>
        string.Join(
            '\n',
            Cases()
                .Where(recorded => !recorded.Passes())
                .Select(recorded =>
                    $"{recorded.Id} {recorded.Feature} | {recorded.Text} | want {recorded.Expected} | got {(recorded.IsFormula ? recorded.Actual() : "-")}"
                )
        );

    private static List<RecordedCase> Cases()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases/ncalc-public.json"))
        );
        return
        [
            .. document
                .RootElement.GetProperty("cases")
                .EnumerateArray()
                .Select(element => new RecordedCase(element.Clone())),
        ];
    }
}
