using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Tests.Hostile;
using Workflows.Testing.Seeds;
using Xunit.Abstractions;

namespace Workflows.Expressions.Tests.Fuzzing;

/// <summary>
/// Any text gives an expression or diagnostics, never an exception; what compiles gives a value or an
/// <see cref="ExpressionException"/> over any scope. A failure names the seed that repeats it.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly InputShape Shape = InputShape.Of(
        ("a", typeof(int)),
        ("b", typeof(double?)),
        ("s", typeof(string)),
        ("m", typeof(decimal)),
        ("t", typeof(bool)),
        ("now", typeof(DateTimeOffset)),
        ("items", typeof(List<int>)),
        ("texts", typeof(List<string>)),
        ("customer", typeof(Victim)),
        ("anything", typeof(object))
    );

    // Random texts must not wait for each other: what is bounded by time gets little of it.
    private static readonly ExpressionLimits Limits = ExpressionLimits.Default with
    {
        Timeout = TimeSpan.FromMilliseconds(100),
        RegexTimeout = TimeSpan.FromMilliseconds(20),
        MaxSteps = 2_000,
    };

    private static readonly Gen<MapScope> Scopes =
        from number in Gen.Elements<object?>(0, 1, -1, int.MaxValue, null, 3L)
        from real in Gen.Elements<object?>(null, 0.0, 1.5, double.NaN, double.PositiveInfinity)
        from text in Gen.Elements<object?>(null, "", "x", "上海", new string('a', 40) + "b", "\uD800")
        from exact in Gen.Elements<object?>(0m, 0.1m, decimal.MaxValue)
        from anything in Gen.Elements<object?>(null, 1, "x", true, new[] { 1, 2 }, new Victim("v", 1, ["a"]))
        from isMissing in Gen.Elements(false, false, false, true)
        select MapScope.Of([
            ("a", number),
            ("b", real),
            ("s", text),
            ("m", exact),
            ("t", true),
            ("now", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            ("items", new List<int> { 3, 1, 2 }),
            ("texts", new List<string> { "x", "yy" }),
            ("customer", isMissing ? null : new Victim("Mei", 3, ["vip"])),
            .. isMissing ? [] : new (string, object?)[] { ("anything", anything) },
        ]);

    [Theory]
    [InlineData(Notation.Lambda, 20_000)]
    [InlineData(Notation.NCalc, 40_000)]
    [InlineData(Notation.JavaScript, 20_000)]
    [InlineData(Notation.Liquid, 20_000)]
    public void AnyText_GivesAnExpressionOrDiagnostics(Notation notation, int texts)
    {
        var (compiled, failed) = (0, 0);
        var questions = Gen.Zip(FuzzTexts.Of(FuzzWords.Of(notation), FuzzWords.Known(notation)), Scopes).ToArbitrary();

        Prop.ForAll(
                questions,
                question =>
                {
                    var compilation = Compile(question.Item1, notation);
                    if (compilation.Expression is { } expression)
                    {
                        compiled++;
                        failed += Evaluates(expression, question.Item2) ? 0 : 1;
                    }
                }
            )
            .Check(TestSeed.Config.WithMaxTest(texts).WithQuietOnSuccess(true));

        output.WriteLine($"{notation}: {texts} texts, {compiled} compiled, {failed} of those failed when they ran");
        Assert.InRange(compiled, texts / 100, texts);
    }

    private static ExpressionCompilation Compile(string text, Notation notation)
    {
        var compilation = Expression.Compile(text, notation, Shape, Limits);
        Assert.Equal(
            compilation.Succeeded,
            compilation.Diagnostics.All(entry => entry.Severity is not DiagnosticSeverity.Error)
        );
        Assert.All(
            compilation.Diagnostics,
            entry => Assert.True(entry.Span is null || (entry.Span.Start >= 0 && entry.Span.End <= text.Length))
        );
        return compilation;
    }

    private static bool Evaluates(Expression expression, Scope scope)
    {
        try
        {
            return Size(expression.Evaluate(scope)) <= Limits.MaxTextLength;
        }
        catch (ExpressionException exception)
        {
            Assert.StartsWith("EXP", exception.Code, StringComparison.Ordinal);
            return false;
        }
    }

    private static int Size(object? value) => value is string text ? text.Length : 0;
}
