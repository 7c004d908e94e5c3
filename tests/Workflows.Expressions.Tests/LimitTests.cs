using System.Diagnostics;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Tests;

/// <summary>Text that would hang, exhaust or crash the process is refused, at once or within its limits, in every notation.</summary>
public sealed class LimitTests
{
    private const int Many = 9_000;
    private static readonly InputShape Shape = InputShape.Of(("s", typeof(string)), ("n", typeof(int)));
    private static readonly Scope Values = MapScope.Of(("s", new string('a', 40) + "b"), ("n", 1));

    public static TheoryData<Notation, string, string> Hostile =>
        new()
        {
            { Notation.Lambda, "brackets", new string('(', Many) + "n" + new string(')', Many) },
            { Notation.Lambda, "prefixes", new string('!', Many) + "true" },
            { Notation.Lambda, "words", string.Concat(Enumerable.Repeat("not ", Many / 4)) + "true" },
            { Notation.Lambda, "chain", string.Join('+', Enumerable.Repeat("n", Many)) },
            { Notation.Lambda, "conditions", string.Concat(Enumerable.Repeat("true ? 1 : ", Many / 11)) + "1" },
            { Notation.Lambda, "regex", "Regex.IsMatch(s, \"(a+)+$\")" },
            { Notation.Lambda, "given regex", "Regex.IsMatch(s, s.Substring(0, 0) + \"(a+)+$\")" },
            { Notation.Lambda, "padding", "s.PadLeft(2000000000).Length" },
            {
                Notation.Lambda,
                "replacement",
                "s.Replace(\"a\", s).Replace(\"a\", s).Replace(\"a\", s).Replace(\"a\", s).Length"
            },
            { Notation.Lambda, "digits", "n.ToString(\"D999999999\")" },
            { Notation.NCalc, "brackets", new string('(', Many) + "n" + new string(')', Many) },
            { Notation.NCalc, "prefixes", new string('-', Many) + "n" },
            { Notation.NCalc, "words", string.Concat(Enumerable.Repeat("not ", Many / 4)) + "true" },
            { Notation.NCalc, "chain", string.Join('+', Enumerable.Repeat("n", Many)) },
            { Notation.NCalc, "powers", string.Join("**", Enumerable.Repeat("n", Many / 2)) },
            { Notation.NCalc, "factorials", "n" + new string('!', Many) },
            { Notation.NCalc, "conditions", string.Concat(Enumerable.Repeat("true?1:", Many / 7)) + "1" },
            { Notation.JavaScript, "brackets", new string('(', Many) + "n" + new string(')', Many) },
            { Notation.JavaScript, "arrays", new string('[', Many) + new string(']', Many) },
            { Notation.JavaScript, "prefixes", new string('!', Many) + "n" },
            { Notation.JavaScript, "endless loop", "while (true) {}" },
            { Notation.JavaScript, "recursion", "(function f() { return f(); })()" },
            { Notation.JavaScript, "regex", "/(a+)+$/.test(s)" },
            { Notation.JavaScript, "growth", "let t = s; for (;;) t += t;" },
            { Notation.JavaScript, "repeat", "s.repeat(1e8)" },
            { Notation.Liquid, "blocks", string.Concat(Enumerable.Repeat("{%if n%}", Many / 8)) },
            { Notation.Liquid, "loop", "{% for i in (1..2000000000) %}x{% endfor %}" },
            { Notation.Liquid, "growth", "{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Evaluate_HostileText_IsRefusedInTime(Notation notation, string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var compilation = Expression.Compile(text, notation, Shape);

        var code = compilation.Succeeded
            ? Assert.Throws<ExpressionException>(() => compilation.Expression.Evaluate(Values)).Code
            : compilation.Diagnostics[0].Code;

        Assert.True(code is DiagnosticCodes.TooLarge or DiagnosticCodes.LimitReached, $"{what}: {code}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{what} took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData(Notation.JavaScript)]
    [InlineData(Notation.Liquid)]
    public void Compile_LongChainOfOperators_DoesNotCrash(Notation notation)
    {
        var sum = string.Join("+", Enumerable.Repeat("n", Many));
        var text = notation is Notation.Liquid ? $"{{{{ {sum} }}}}" : sum;

        var compilation = Expression.Compile(text, notation);

        Assert.NotNull(
            compilation.Succeeded
                ? Record.Exception(() => compilation.Expression.Evaluate(Values)) ?? new object()
                : compilation.Diagnostics
        );
    }

    [Theory]
    [InlineData(Notation.Lambda)]
    [InlineData(Notation.NCalc)]
    [InlineData(Notation.JavaScript)]
    [InlineData(Notation.Liquid)]
    public void Compile_TextBeyondMaxLength_IsRefusedUnread(Notation notation)
    {
        var compilation = Expression.Compile(new string(' ', 20_001), notation);

        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(compilation.Diagnostics).Code);
    }

    [Fact]
    public void Default_Limits_AreThese() =>
        Assert.Equal(
            new ExpressionLimits
            {
                MaxLength = 20_000,
                MaxDepth = 100,
                MaxSteps = 100_000,
                MaxTextLength = 1_000_000,
                MaxMemory = 32L * 1024 * 1024,
                Timeout = TimeSpan.FromSeconds(2),
                RegexTimeout = TimeSpan.FromMilliseconds(500),
            },
            ExpressionLimits.Default
        );
}
