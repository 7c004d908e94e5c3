using System.Collections.Frozen;

namespace Workflows.Expressions.NCalc;

/// <summary>The built-in functions: how many arguments each takes and what it answers.</summary>
internal static class NCalcFunctions
{
    private static readonly FrozenDictionary<string, NCalcFunction> ByName = Build()
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NCalcFunction> ByAnyCase = Build()
        .ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => ByName.Keys;

    public static NCalcFunction? Find(string name, NCalcDialect dialect) =>
        (dialect.Has(NCalcOptions.IgnoreCaseAtBuiltInFunctions) ? ByAnyCase : ByName).GetValueOrDefault(name);

    private static IEnumerable<NCalcFunction> Build()
    {
        yield return Exact(
            "Abs",
            math => value => math.UsesDecimal ? Math.Abs(math.Decimal(value)) : Math.Abs(math.Double(value))
        );
        yield return Real("Acos", Math.Acos);
        yield return Real("Asin", Math.Asin);
        yield return Real("Atan", Math.Atan);
        yield return Real("Atan2", Math.Atan2);
        yield return Exact(
            "Ceiling",
            math => value => math.UsesDecimal ? Math.Ceiling(math.Decimal(value)) : Math.Ceiling(math.Double(value))
        );
        yield return Real("Cos", Math.Cos);
        yield return Real("Exp", Math.Exp);
        yield return Exact(
            "Floor",
            math => value => math.UsesDecimal ? Math.Floor(math.Decimal(value)) : Math.Floor(math.Double(value))
        );
        yield return Real("IEEERemainder", Math.IEEERemainder);
        yield return Real("Ln", value => Math.Log(value));
        yield return Real("Log", (value, radix) => Math.Log(value, radix));
        yield return Real("Log10", Math.Log10);
        yield return new NCalcFunction(
            "Pow",
            2,
            math => (arguments, scope) => math.Power(arguments[0](scope), arguments[1](scope))
        );
        yield return new NCalcFunction(
            "Round",
            2,
            math => (arguments, scope) => math.Round(arguments[0](scope), arguments[1](scope))
        );
        yield return new NCalcFunction("Sign", 1, math => (arguments, scope) => math.Sign(arguments[0](scope)));
        yield return Real("Sin", Math.Sin);
        yield return Real("Sqrt", Math.Sqrt);
        yield return Real("Tan", Math.Tan);
        yield return Exact(
            "Truncate",
            math => value => math.UsesDecimal ? Math.Truncate(math.Decimal(value)) : Math.Truncate(math.Double(value))
        );
        yield return new NCalcFunction(
            "Max",
            2,
            math => (arguments, scope) => math.Larger(arguments[0](scope), arguments[1](scope))
        );
        yield return new NCalcFunction(
            "Min",
            2,
            math => (arguments, scope) => math.Smaller(arguments[0](scope), arguments[1](scope))
        );
        yield return new NCalcFunction(
            "if",
            3,
            math => (arguments, scope) => math.Truth(arguments[0](scope)) ? arguments[1](scope) : arguments[2](scope)
        );
        yield return new NCalcFunction(
            "ifs",
            3,
            math => (arguments, scope) => FirstTrue(math, arguments, scope),
            IsOpen: true,
            IsOdd: true
        );
        yield return new NCalcFunction(
            "in",
            2,
            math => (arguments, scope) => IsAmong(math, arguments, scope),
            IsOpen: true
        );
        yield return new NCalcFunction("isNull", 1, _ => (arguments, scope) => arguments[0](scope) is null);
        yield return new NCalcFunction(
            "isNullOrEmpty",
            1,
            _ => (arguments, scope) => arguments[0](scope) is null or ""
        );
        yield return new NCalcFunction(
            "EscapeLike",
            1,
            math => (arguments, scope) => LikePattern.Escape(math.Text(arguments[0](scope)))
        );
    }

    private static NCalcFunction Real(string name, Func<double, double> function) =>
        new(name, 1, math => (arguments, scope) => function(math.Double(arguments[0](scope))));

    private static NCalcFunction Real(string name, Func<double, double, double> function) =>
        new(
            name,
            2,
            math => (arguments, scope) => function(math.Double(arguments[0](scope)), math.Double(arguments[1](scope)))
        );

    private static NCalcFunction Exact(string name, Func<NCalcMath, Func<object?, object>> function) =>
        new(
            name,
            1,
            math =>
            {
                var compute = function(math);
                return (arguments, scope) => compute(arguments[0](scope));
            }
        );

    private static object? FirstTrue(NCalcMath math, IReadOnlyList<Func<Scope, object?>> arguments, Scope scope)
    {
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            if (math.Truth(arguments[index](scope)))
            {
                return arguments[index + 1](scope);
            }
        }

        return arguments[^1](scope);
    }

    private static bool IsAmong(NCalcMath math, IReadOnlyList<Func<Scope, object?>> arguments, Scope scope)
    {
        var value = arguments[0](scope);
        return math.Comparison.Contains(value, arguments.Skip(1).Select(argument => argument(scope)));
    }
}
