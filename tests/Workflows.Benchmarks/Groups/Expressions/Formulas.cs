using Workflows.Benchmarks.Measuring;
using Workflows.Expressions;
using Workflows.Expressions.NCalc;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>An NCalc formula over a dictionary, over slots, and compiled anew each time.</summary>
internal static class Formulas
{
    private const string Text = "[a] + [b] * 2 > 10 and [c] == 'x'";
    private const int Operations = 1_000_000;

    public static void Run(Effort effort, IReport report)
    {
        var formula = NCalcFormula.Compile(Text).Formula!;
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["a"] = 5,
            ["b"] = 4,
            ["c"] = "x",
        };
        var scope = new MapScope(dictionary);
        var slots = formula.CreateSlots();
        var (a, b, c) = (slots.SlotOf("a"), slots.SlotOf("b"), slots.SlotOf("c"));
        Func<Dictionary<string, object?>, bool> byHand = static values =>
            (int)values["a"]! + ((int)values["b"]! * 2) > 10
            && string.Equals((string?)values["c"], "x", StringComparison.Ordinal);
        Func<int, int, string, bool> plain = static (x, y, z) =>
            x + (y * 2) > 10 && string.Equals(z, "x", StringComparison.Ordinal);
        const string Reference = "by hand, over values";
        new Contest(effort, report, $"expressions: {Text}")
            .Add(Reference, Operations * 4, count => Count(count, index => plain(index & 7, 4, "x")))
            .Add("by hand, over a dictionary", Operations, count => Count(count, _ => byHand(dictionary)), Reference)
            .Add(
                "formula over a dictionary, as a truth value",
                Operations,
                count => Count(count, _ => formula.EvaluateBoolean(scope)),
                Reference
            )
            .Add(
                "formula over a dictionary, as an object",
                Operations,
                count => Count(count, _ => formula.Evaluate(scope) is true),
                Reference
            )
            .Add(
                "formula over slots, set and evaluated",
                Operations,
                count =>
                    Count(
                        count,
                        index =>
                        {
                            slots.Set(a, index & 7);
                            slots.Set(b, 4);
                            slots.Set(c, "x");
                            return formula.EvaluateBoolean(slots);
                        }
                    ),
                Reference
            )
            .Add(
                "formula parsed, compiled and evaluated each time",
                Operations / 100,
                count => Count(count, _ => NCalcFormula.Compile(Text).Formula!.EvaluateBoolean(scope)),
                Reference
            )
            .Run();
    }

    private static long Count(int count, Func<int, bool> ask)
    {
        var held = 0L;
        for (var index = 0; index < count; index++)
        {
            held += ask(index) ? 1 : 0;
        }

        return held;
    }
}
