using System.Diagnostics;
using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.Hostile;

/// <summary>
/// Texts that reach for types and machinery, exhaust the process or confuse a parser: each is refused with its code, in
/// good time and without much memory.
/// </summary>
public sealed class HostileTests
{
    private const int Attempts = 600;

    // Far above what a refusal takes: a limit that does not hold takes minutes and gigabytes.
    private static readonly TimeSpan GoodTime = TimeSpan.FromSeconds(20);
    private const long MuchMemory = 4_000_000_000;

    private static readonly InputShape Shape = InputShape.Of(
        ("s", typeof(string)),
        ("n", typeof(int)),
        ("rate", typeof(double)),
        ("m", typeof(decimal)),
        ("items", typeof(List<int>)),
        ("texts", typeof(List<string>)),
        ("now", typeof(DateTimeOffset)),
        ("at", typeof(DateTime)),
        ("anything", typeof(object)),
        ("customer", typeof(Victim)),
        ("expando", typeof(System.Dynamic.ExpandoObject))
    );

    private static readonly Scope Values = MapScope.Of(
        ("s", new string('a', 40) + "b"),
        ("n", 1),
        ("rate", 1.5),
        ("m", decimal.MaxValue),
        ("items", Enumerable.Range(1, 50).ToList()),
        ("texts", new List<string> { "aa", "bb", "cc" }),
        ("now", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        ("at", new DateTime(2026, 1, 1)),
        ("anything", "x"),
        ("customer", new Victim("Mei", 3, ["vip"])),
        ("expando", new Dictionary<string, object?>(StringComparer.Ordinal) { ["level"] = 4 })
    );

    public static TheoryData<CaseRow> Lambda => CaseTable.Read("Hostile/lambda.cases");

    public static TheoryData<CaseRow> NCalc => CaseTable.Read("Hostile/ncalc.cases");

    public static TheoryData<CaseRow> JavaScript => CaseTable.Read("Hostile/javascript.cases");

    public static TheoryData<CaseRow> Liquid => CaseTable.Read("Hostile/liquid.cases");

    [Theory]
    [MemberData(nameof(Lambda))]
    public void Lambda_HostileText_IsRefused(CaseRow row) => Refuses(row, Notation.Lambda);

    [Theory]
    [MemberData(nameof(NCalc))]
    public void NCalc_HostileText_IsRefused(CaseRow row) => Refuses(row, Notation.NCalc);

    [Theory]
    [MemberData(nameof(JavaScript))]
    public void JavaScript_HostileText_IsRefused(CaseRow row) => Refuses(row, Notation.JavaScript);

    [Theory]
    [MemberData(nameof(Liquid))]
    public void Liquid_HostileText_IsRefused(CaseRow row) => Refuses(row, Notation.Liquid);

    [Fact]
    public void Tables_OfAllNotations_AreRead() =>
        Assert.True(Lambda.Count + NCalc.Count + JavaScript.Count + Liquid.Count >= Attempts);

    private static void Refuses(CaseRow row, Notation notation)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        Assert.Equal(row.Expected, Code(HostileText.Expand(row.Text), notation));

        Assert.True(watch.Elapsed < GoodTime, $"took {watch.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MuchMemory);
    }

    private static string Code(string text, Notation notation)
    {
        var compilation = Expression.Compile(text, notation, Shape);
        if (!compilation.Succeeded)
        {
            return compilation.Diagnostics[0].Code;
        }

        try
        {
            return $"answers {compilation.Expression.Evaluate(Values)}";
        }
        catch (ExpressionException exception)
        {
            return $"!{exception.Code}";
        }
    }
}
