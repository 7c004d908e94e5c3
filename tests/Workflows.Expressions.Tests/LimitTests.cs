using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Tests;

/// <summary>Every limit is an option: a text that the defaults let pass is refused as soon as one option is smaller.</summary>
public sealed class LimitTests
{
    private const string Deep = "((((n))))";
    private const string Wide = "n + n + n + n + n";
    private const string Slow = "(a+)+$";

    private static readonly InputShape Shape = InputShape.Of(
        ("s", typeof(string)),
        ("n", typeof(int)),
        ("texts", typeof(List<string>))
    );

    private static readonly Scope Values = MapScope.Of(
        ("s", "aaaaaaaaaaaaaaaaaaab"),
        ("n", 1),
        ("texts", new List<string> { "aa", "bb", "cc" })
    );

    public static TheoryData<Notation, string, string, ExpressionLimits> Reached
    {
        get
        {
            var tiny = ExpressionLimits.Default;
            var (length, depth, nodes) = (
                tiny with
                {
                    MaxLength = 8,
                },
                tiny with
                {
                    MaxDepth = 2,
                },
                tiny with
                {
                    MaxNodes = 6,
                }
            );
            var (steps, text) = (tiny with { MaxSteps = 10 }, tiny with { MaxTextLength = 20 });
            var memory = tiny with { MaxMemory = 100_000 };
            var time = tiny with { Timeout = TimeSpan.FromMilliseconds(20), MaxSteps = 1_000_000_000 };
            var regex = tiny with { RegexTimeout = TimeSpan.FromMilliseconds(1) };
            const string AtPublish = DiagnosticCodes.TooLarge;
            const string AtRun = "!" + DiagnosticCodes.LimitReached;
            return new()
            {
                { Notation.Lambda, Wide, AtPublish, length },
                { Notation.NCalc, Wide, AtPublish, length },
                { Notation.JavaScript, Wide, AtPublish, length },
                { Notation.Liquid, "{{ n | plus: n }}", AtPublish, length },
                { Notation.Lambda, Deep, AtPublish, depth },
                { Notation.NCalc, Deep, AtPublish, depth },
                { Notation.JavaScript, $"({Deep})", AtPublish, depth },
                { Notation.JavaScript, "let f = x => x > 0 ? f(x - 1) : 0; f(9)", AtRun, depth },
                {
                    Notation.Liquid,
                    "{% if n %}{% if n %}{% if n %}x{% endif %}{% endif %}{% endif %}",
                    AtPublish,
                    depth
                },
                { Notation.Lambda, Wide, AtPublish, nodes },
                { Notation.NCalc, Wide, AtPublish, nodes },
                { Notation.JavaScript, Wide, AtPublish, nodes },
                { Notation.Liquid, "{{ n }}{{ n }}{{ n }}{{ n }}{{ n }}{{ n }}{{ n | plus: 1 }}", AtPublish, nodes },
                { Notation.JavaScript, "for (let i = 0; i < 9; i++) n; n", AtRun, steps },
                { Notation.JavaScript, "Array(11).fill(n)", AtRun, steps },
                { Notation.JavaScript, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]", AtRun, steps },
                { Notation.Liquid, "{% for i in (1..11) %}x{% endfor %}", AtRun, steps },
                { Notation.Lambda, "s.PadLeft(21)", AtRun, text },
                { Notation.Lambda, "s.Insert(0, s)", AtRun, text },
                { Notation.Lambda, "string.Join(\",\", texts.Select(t => t + s))", AtRun, text },
                { Notation.NCalc, "s + s", AtRun, text },
                { Notation.JavaScript, "s.repeat(2)", AtRun, text },
                { Notation.JavaScript, "[s, s].join('')", AtRun, text },
                { Notation.JavaScript, "s + s", AtRun, text },
                { Notation.JavaScript, "JSON.stringify([s, s])", AtRun, text },
                { Notation.Liquid, "{{ s }}{{ s }}", AtRun, text },
                { Notation.Liquid, "{% assign t = s | append: s %}", AtRun, text },
                {
                    Notation.JavaScript,
                    "let a = []; for (let i = 0; i < 9999; i++) a.push([i]); a.length",
                    AtRun,
                    memory
                },
                { Notation.JavaScript, "let i = 0; while (i < 10000000) i++; i", AtRun, time },
                {
                    Notation.Liquid,
                    "{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}",
                    AtRun,
                    time
                },
                { Notation.Lambda, $"Regex.IsMatch(s, \"{Slow}\")", AtRun, regex },
                { Notation.JavaScript, $"/{Slow}/.test(s)", AtRun, regex },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Reached))]
    public void Limit_Reached_IsARefusal(Notation notation, string text, string code, ExpressionLimits limits) =>
        Assert.Equal(code, Code(text, notation, limits));

    [Theory]
    [InlineData(Notation.Lambda)]
    [InlineData(Notation.NCalc)]
    [InlineData(Notation.JavaScript)]
    public void Limit_NotReached_IsNoRefusal(Notation notation)
    {
        Assert.Null(Code(Wide, notation, ExpressionLimits.Default));
        Assert.Null(Code(Deep, notation, ExpressionLimits.Default));
    }

    /// <summary>What looks for the place of a mistake is bounded by the text, not by time: a busy machine changes nothing.</summary>
    [Fact]
    public void Refusal_WithoutAnyPatience_StillHasItsPlace()
    {
        var hurried = ExpressionLimits.Default with { RegexTimeout = TimeSpan.FromTicks(1) };
        var text = new string(' ', 15_000) + "DateTime.UtcNow";

        var refused = Expression.Compile(text, Notation.Lambda, Shape, hurried);

        Assert.Contains(
            refused.Diagnostics,
            one => one.Code is DiagnosticCodes.NotAllowed && one.Span is { Start: >= 15_000 }
        );
    }

    [Fact]
    public void Default_Limits_AreThese() =>
        Assert.Equal(
            new ExpressionLimits
            {
                MaxLength = 20_000,
                MaxDepth = 100,
                MaxNodes = 10_000,
                MaxSteps = 100_000,
                MaxTextLength = 1_000_000,
                MaxMemory = 32L * 1024 * 1024,
                Timeout = TimeSpan.FromSeconds(2),
                RegexTimeout = TimeSpan.FromMilliseconds(500),
            },
            ExpressionLimits.Default
        );

    private static string? Code(string text, Notation notation, ExpressionLimits limits)
    {
        var compilation = Expression.Compile(text, notation, Shape, limits);
        if (!compilation.Succeeded)
        {
            return compilation.Diagnostics[0].Code;
        }

        return Record.Exception(() => compilation.Expression.Evaluate(Values)) is ExpressionException exception
            ? $"!{exception.Code}"
            : null;
    }
}
