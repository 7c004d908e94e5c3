using System.Linq.Expressions;
using Linq = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.NCalc.Delegates;

/// <summary>The built-in functions with static types: those of <see cref="Math"/>, conditions and membership.</summary>
internal sealed class DelegateFunctions(NCalcDialect dialect)
{
    private static readonly Dictionary<string, int> OfMath = new(StringComparer.Ordinal)
    {
        ["Abs"] = 1,
        ["Acos"] = 1,
        ["Asin"] = 1,
        ["Atan"] = 1,
        ["Atan2"] = 2,
        ["Ceiling"] = 1,
        ["Cos"] = 1,
        ["Cosh"] = 1,
        ["Exp"] = 1,
        ["Floor"] = 1,
        ["IEEERemainder"] = 2,
        ["Log"] = 2,
        ["Log10"] = 1,
        ["Pow"] = 2,
        ["Sign"] = 1,
        ["Sin"] = 1,
        ["Sinh"] = 1,
        ["Sqrt"] = 1,
        ["Tan"] = 1,
        ["Tanh"] = 1,
        ["Truncate"] = 1,
    };

    private static readonly string[] Others = ["Max", "Min", "Round", "if", "in", "isNull", "isNullOrEmpty"];

    private static readonly Type[] Branches = [typeof(double), typeof(float), typeof(long), typeof(int), typeof(short)];

    private readonly Type _real = dialect.Has(NCalcOptions.DecimalAsDefault) ? typeof(decimal) : typeof(double);

    public Linq Build(string name, Linq[] arguments) =>
        Find(name) switch
        {
            "Max" => Choose(Two(name, arguments), Linq.GreaterThan),
            "Min" => Choose(Two(name, arguments), Linq.LessThan),
            "Round" => Round(Two(name, arguments)),
            "if" => If(arguments[0], arguments[1], arguments[2]),
            "in" => In(arguments),
            "isNull" => IsNull(arguments[0]),
            "isNullOrEmpty" => Linq.OrElse(
                IsNull(arguments[0]),
                Linq.Equal(Linq.Convert(arguments[0], typeof(object)), Linq.Constant(""))
            ),
            { } function => CallMath(function, arguments),
            null => throw new MissingMethodException($"There is no function '{name}'."),
        };

    private string? Find(string name)
    {
        var comparison = dialect.Has(NCalcOptions.IgnoreCaseAtBuiltInFunctions)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        return OfMath.Keys.Concat(Others).FirstOrDefault(known => known.Equals(name, comparison));
    }

    private MethodCallExpression CallMath(string name, Linq[] arguments)
    {
        var arity = OfMath[name];
        if (arguments.Length != arity)
        {
            throw new ArgumentException($"{name}() takes exactly {arity} argument{(arity == 1 ? "" : "s")}.", name);
        }

        var exact = typeof(Math).GetMethod(name, [.. Enumerable.Repeat(_real, arity)]);
        var method = exact ?? typeof(Math).GetMethod(name, [.. Enumerable.Repeat(typeof(double), arity)])!;
        return Linq.Call(
            method,
            arguments.Zip(
                method.GetParameters(),
                (argument, parameter) => Linq.Convert(argument, parameter.ParameterType)
            )
        );
    }

    private static Linq[] Two(string name, Linq[] arguments) =>
        arguments.Length == 2
            ? arguments
            : throw new ArgumentException($"{name}() takes exactly 2 arguments.", nameof(arguments));

    private static ConditionalExpression Choose(Linq[] arguments, Func<Linq, Linq, Linq> isChosen)
    {
        var (a, b) = (Linq.Convert(arguments[0], typeof(double)), Linq.Convert(arguments[1], typeof(double)));
        return Linq.Condition(isChosen(a, b), a, b);
    }

    private MethodCallExpression Round(Linq[] arguments) =>
        Linq.Call(
            typeof(Math),
            nameof(Math.Round),
            typeArguments: null,
            Linq.Convert(arguments[0], _real),
            Linq.Convert(arguments[1], typeof(int)),
            Linq.Constant(
                dialect.Has(NCalcOptions.RoundAwayFromZero) ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven
            )
        );

    private static ConditionalExpression If(Linq test, Linq then, Linq otherwise)
    {
        var (a, b) = (Array.IndexOf(Branches, then.Type), Array.IndexOf(Branches, otherwise.Type));
        if (a >= 0 && b >= 0 && a != b)
        {
            var wider = Branches[Math.Min(a, b)];
            (then, otherwise) = (Linq.Convert(then, wider), Linq.Convert(otherwise, wider));
        }

        return Linq.Condition(test, then, otherwise);
    }

    private static BinaryExpression In(Linq[] arguments) =>
        Linq.GreaterThanOrEqual(
            Linq.Call(
                typeof(Array).GetMethod(nameof(Array.IndexOf), [typeof(Array), typeof(object)])!,
                Linq.NewArrayInit(arguments[0].Type, arguments.Skip(1)),
                Linq.Convert(arguments[0], typeof(object))
            ),
            Linq.Constant(0)
        );

    private static BinaryExpression IsNull(Linq value) =>
        Linq.Equal(Linq.Convert(value, typeof(object)), Linq.Constant(value: null));
}
