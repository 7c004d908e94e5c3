using Workflows.Benchmarks.Measuring;
using Workflows.Expressions;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>One call of each notation of Elsa's definitions, and what compiling its text costs.</summary>
internal static class Scripts
{
    private const int Operations = 20_000;

    private static readonly (string Name, Notation Notation, string Text)[] Texts =
    [
        ("lambda", Notation.Lambda, "a + b * 2 > 10 && c == \"x\""),
        ("JavaScript", Notation.JavaScript, "a + b * 2 > 10 && c === 'x'"),
        ("JavaScript with a list", Notation.JavaScript, "[a, b].map(x => x * 2).join(',')"),
        ("Liquid, plain", Notation.Liquid, "Hello {{ c | default: 'friend' }}, {{ a }} orders"),
        ("Liquid, with a condition", Notation.Liquid, "{% if a > 2 %}{{ c | upcase }}{% endif %}"),
    ];

    public static void Run(Effort effort, IReport report)
    {
        var shape = InputShape.Of(("a", typeof(int)), ("b", typeof(int)), ("c", typeof(string)));
        var scope = MapScope.Of(("a", 5), ("b", 4), ("c", "x"));
        var contest = new Contest(effort, report, "expressions: scripts and templates");
        foreach (var (name, notation, text) in Texts)
        {
            var expression = Expression.Compile(text, notation, shape).Expression!;
            contest.Add($"{name}, evaluated", Operations, count => Repeat(count, () => expression.Evaluate(scope)));
            contest.Add(
                $"{name}, compiled",
                Operations / 20,
                count => Repeat(count, () => Expression.Compile(text, notation, shape))
            );
        }

        contest.Run();
    }

    private static long Repeat(int count, Func<object?> run)
    {
        var answers = 0L;
        for (var index = 0; index < count; index++)
        {
            answers += run() is null ? 0 : 1;
        }

        return answers;
    }
}
