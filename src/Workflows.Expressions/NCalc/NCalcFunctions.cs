using System.Collections.Frozen;
using Workflows.Expressions.NCalc.Steps;

namespace Workflows.Expressions.NCalc;

/// <summary>The built-in functions: how many arguments each takes and what it answers.</summary>
internal static class NCalcFunctions
{
    private static readonly NCalcFunction[] All =
    [
        Exact("Abs", Math.Abs, Math.Abs),
        Real("Acos", Math.Acos),
        Real("Asin", Math.Asin),
        Real("Atan", Math.Atan),
        Real("Atan2", Math.Atan2),
        Exact("Ceiling", Math.Ceiling, Math.Ceiling),
        Real("Cos", Math.Cos),
        Real("Exp", Math.Exp),
        Exact("Floor", Math.Floor, Math.Floor),
        Real("IEEERemainder", Math.IEEERemainder),
        Real("Ln", value => Math.Log(value)),
        Real("Log", (value, radix) => Math.Log(value, radix)),
        Real("Log10", Math.Log10),
        Binary("Pow", math => math.Power),
        Binary("Round", math => math.Round),
        Unary("Sign", math => math.Sign),
        Real("Sin", Math.Sin),
        Real("Sqrt", Math.Sqrt),
        Real("Tan", Math.Tan),
        Exact("Truncate", Math.Truncate, Math.Truncate),
        Binary("Max", math => math.Larger),
        Binary("Min", math => math.Smaller),
        new("if", 3, (math, arguments) => new ConditionalStep(arguments[0], arguments[1], arguments[2], math)),
        new("ifs", 3, FirstTrue, IsOpen: true, IsOdd: true),
        new("in", 2, IsAmong, IsOpen: true),
        new("isNull", 1, (_, arguments) => new ConditionStep(scope => arguments[0].Evaluate(scope).IsNull)),
        new(
            "isNullOrEmpty",
            1,
            (_, arguments) => new ConditionStep(scope => arguments[0].Evaluate(scope).Reference is null or "")
        ),
        Unary("EscapeLike", math => value => LikePattern.Escape(math.Text(value))),
    ];

    private static readonly FrozenDictionary<string, NCalcFunction> ByName = All.ToFrozenDictionary(
        function => function.Name,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, NCalcFunction> ByAnyCase = All.ToFrozenDictionary(
        function => function.Name,
        StringComparer.OrdinalIgnoreCase
    );

    public static IEnumerable<string> Names => ByName.Keys;

    public static NCalcFunction? Find(string name, NCalcDialect dialect) =>
        (dialect.Has(NCalcOptions.IgnoreCaseAtBuiltInFunctions) ? ByAnyCase : ByName).GetValueOrDefault(name);

    private static NCalcFunction Real(string name, Func<double, double> function) =>
        new(name, 1, (math, arguments) => new RealStep(function, arguments[0], math));

    private static NCalcFunction Real(string name, Func<double, double, double> function) =>
        Binary(name, math => (a, b) => function(math.Double(a), math.Double(b)));

    private static NCalcFunction Exact(
        string name,
        Func<double, double> function,
        Func<decimal, decimal> exactFunction
    ) =>
        new(
            name,
            1,
            (math, arguments) =>
                math.UsesDecimal
                    ? new ObjectStep(scope => exactFunction(math.Decimal(arguments[0].Evaluate(scope).ToObject())))
                    : new ExactStep(function, exactFunction, arguments[0], math)
        );

    private static NCalcFunction Unary(string name, Func<NCalcMath, Func<object?, object?>> function) =>
        new(
            name,
            1,
            (math, arguments) =>
            {
                var compute = function(math);
                return new ObjectStep(scope => compute(arguments[0].Evaluate(scope).ToObject()));
            }
        );

    private static NCalcFunction Binary(string name, Func<NCalcMath, Func<object?, object?, object?>> function) =>
        new(
            name,
            2,
            (math, arguments) =>
            {
                var compute = function(math);
                return new ObjectStep(scope =>
                    compute(arguments[0].Evaluate(scope).ToObject(), arguments[1].Evaluate(scope).ToObject())
                );
            }
        );

    private static NCalcStep FirstTrue(NCalcMath math, NCalcStep[] arguments)
    {
        var answer = arguments[^1];
        for (var index = arguments.Length - 3; index >= 0; index -= 2)
        {
            answer = new ConditionalStep(arguments[index], arguments[index + 1], answer, math);
        }

        return answer;
    }

    private static ConditionStep IsAmong(NCalcMath math, NCalcStep[] arguments) =>
        new(scope =>
        {
            var value = arguments[0].Evaluate(scope).ToObject();
            // Beside a number with a fraction, what has no value counts as zero; beside all else it equals nothing.
            object? missing = value is double or float ? 0.0 : null;
            return arguments
                .Skip(1)
                .Any(argument => math.Comparison.Compare(value, argument.Evaluate(scope).ToObject() ?? missing) == 0);
        });
}
