using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.NCalc;

namespace Workflows.Expressions.Tests.NCalc;

public sealed class NCalcFormulaTests
{
    private const string Condition = "[a] + [b] * 2 > 10 and [c] == 'x'";

    private static readonly Dictionary<string, object?> Values = new(StringComparer.Ordinal)
    {
        ["a"] = 3,
        ["b"] = 4.5,
        ["c"] = "x",
    };

    [Fact]
    public void EvaluateBoolean_OverADictionary_AllocatesNothing()
    {
        var formula = Formula(Condition);
        var scope = new MapScope(Values);
        Assert.True(formula.EvaluateBoolean(scope));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            _ = formula.EvaluateBoolean(scope);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void EvaluateBoolean_OverSlots_AllocatesNothing()
    {
        var formula = Formula(Condition);
        var slots = formula.CreateSlots();
        var (a, b, c) = (slots.SlotOf("a"), slots.SlotOf("b"), slots.SlotOf("c"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = 0;
        for (var round = 0; round < 1000; round++)
        {
            slots.Set(a, round);
            slots.Set(b, 4.5);
            slots.Set(c, "x");
            found += formula.EvaluateBoolean(slots) ? 1 : 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(998, found);
    }

    [Fact]
    public void Slots_OfAnotherFormula_AreFoundByName()
    {
        var slots = Formula("[b] + [a]").CreateSlots();
        slots.Set(slots.SlotOf("a"), 1);
        slots.Set(slots.SlotOf("b"), (object?)2.5m);

        Assert.Equal(1.5m, Formula("[b] - [a]").Evaluate(slots));
    }

    [Fact]
    public void Slots_EmptyOne_IsAnUnknownName()
    {
        var formula = Formula("[a] + 1");
        var slots = formula.CreateSlots();
        slots.Set(0, 1);
        slots.Clear();

        Assert.Equal(DiagnosticCodes.UnknownName, Code(() => formula.Evaluate(slots)));
        Assert.Equal(-1, slots.SlotOf("b"));
    }

    [Fact]
    public void Evaluate_ParameterThatNamesItself_FailsInsteadOfEndingTheProcess()
    {
        var formula = Formula("[self] + 1");
        var scope = MapScope.Of(("self", formula));

        Assert.Equal(DiagnosticCodes.EvaluationFailed, Code(() => formula.Evaluate(scope)));
    }

    [Fact]
    public void EvaluateAs_OtherType_ConvertsByTheCulture()
    {
        var german = new NCalcDialect(NCalcOptions.None, CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal(4, Formula("3.5").Evaluate<int>(Scope.Empty));
        Assert.Equal("7,5", Formula("15 / 2", german).Evaluate<string>(Scope.Empty));
        Assert.Equal(0, Formula("[n]").Evaluate<int>(MapScope.Of(("n", null))));
        Assert.Equal(DiagnosticCodes.TypeMismatch, Code(() => Formula("'x'").Evaluate<int>(Scope.Empty)));
    }

    [Fact]
    public void ToDelegate_OverARecord_HasTheTypesOfCSharp()
    {
        var row = new Row(3, 4.5, "x", null);

        Assert.True(Formula(Condition).ToDelegate<Row, bool>()(row));
        Assert.Equal(1, Formula("[a] / 2").ToDelegate<Row, int>()(row));
        Assert.Equal(6, Formula("Twice([a])").ToDelegate<Row, int>()(row));
        Assert.Equal(7, Formula("[d] ?? 7").ToDelegate<Row, int>()(row));
        Assert.True(Formula("[c] in ('x', 'y') and [c] like '_'").ToDelegate<Row, bool>()(row));
        Assert.Equal(8.0, Formula("Pow([n], 3)").ToDelegate<double>(MapScope.Of(("n", 2)))());
    }

    [Theory]
    [InlineData("[missing] > 1")]
    [InlineData("[a] + [c] > 'x' and 1")]
    [InlineData("Foo([a])")]
    [InlineData("[a]!")]
    public void ToDelegate_FormulaThatDoesNotFit_Throws(string text) =>
        Assert.Throws<ExpressionException>(() => Formula(text).ToDelegate<Row, bool>());

    [Fact]
    public void Names_OfAFormula_AreListedOnceInOrder()
    {
        var formula = Formula("Max([b], a) + Foo([b]) + Max(1, 2)");

        Assert.Equal(["b", "a"], formula.ParameterNames);
        Assert.Equal(["Max", "Foo"], formula.FunctionNames);
        Assert.Equal(DiagnosticCodes.UnknownFunction, Code(() => formula.Evaluate(new MapScope(Values))));
    }

    [Fact]
    public void Evaluate_Lists_AreGoneThroughInStep()
    {
        var dialect = new NCalcDialect(NCalcOptions.IterateParameters, CultureInfo.InvariantCulture);

        Assert.Equal(
            [11, 22],
            Assert.IsType<List<object?>>(
                Formula("x + y", dialect).Evaluate(MapScope.Of(("x", new[] { 1, 2 }), ("y", new[] { 10, 20 })))
            )
        );
        Assert.Equal(
            DiagnosticCodes.UnevenLists,
            Code(() => Formula("x", dialect).Evaluate(MapScope.Of(("x", new[] { 1 }), ("y", new[] { 1, 2 }))))
        );
    }

    [Fact]
    public void Evaluate_PatternThatTakesLong_IsRefused()
    {
        var scope = MapScope.Of(
            ("text", new string('a', 100_000)),
            ("like", string.Concat(Enumerable.Repeat("%a", 1)) + new string('a', 20_000) + "b")
        );

        Assert.Equal(DiagnosticCodes.LimitReached, Code(() => Formula("text like like").Evaluate(scope)));
    }

    [Fact]
    public void Evaluate_TextThatGrows_IsRefused()
    {
        var scope = MapScope.Of(("text", new string('a', 600_000)));

        Assert.Equal(DiagnosticCodes.LimitReached, Code(() => Formula("text + text").Evaluate(scope)));
    }

    private static NCalcFormula Formula(string text, NCalcDialect? dialect = null) =>
        NCalcFormula.Compile(text, dialect).Formula!;

    private static string Code(Action action) => Assert.Throws<ExpressionException>(action).Code;

    private sealed record Row(int A, double B, string C, int? D)
    {
#pragma warning disable CA1822 // Formulas call methods of an object.
        public int Twice(int value) => 2 * value;
#pragma warning restore CA1822
    }
}
