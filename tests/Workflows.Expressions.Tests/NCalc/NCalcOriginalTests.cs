using System.Collections;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NCalc;
using NCalc.Exceptions;
using Workflows.Expressions.NCalc;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.Tests.NCalc;

/// <summary>Holds our formulas to NCalc itself: any tree, any options, any of the usual values, the same answer or the same failure.</summary>
public sealed class NCalcOriginalTests
{
    private static readonly Dictionary<string, object?> Values = new(StringComparer.Ordinal)
    {
        ["a"] = 3,
        ["order"] = 2.5,
        ["not"] = null,
        ["客户"] = "12",
        ["a b"] = 7L,
        ["x.y"] = true,
    };

    // A decimal to a large power never ends in the original.
    private static readonly NCalcOptions[] Options =
    [
        .. Enum.GetValues<NCalcOptions>()
            .Except([NCalcOptions.DecimalAsDefault, NCalcOptions.AllowNullOrEmptyExpressions]),
    ];

    [Property(MaxTest = 3000)]
    public Property Formula_AnyTree_AnswersAsTheOriginal() =>
        Prop.ForAll(
            FormulaTrees
                .Any.Zip(Gen.Elements(Options).Two(), (tree, two) => (tree, two.Item1 | two.Item2))
                .ToArbitrary(),
            given => Compare(NodePrinter.Print(given.tree), given.Item2)
        );

    private static void Compare(string text, NCalcOptions options)
    {
        var formula = NCalcFormula.Compile(text, new NCalcDialect(options, CultureInfo.InvariantCulture)).Formula!;

        Assert.Equal($"{text} ⇒ {Theirs(text, options)}", $"{text} ⇒ {Ours(formula)}");
    }

    private static string Ours(NCalcFormula formula)
    {
        try
        {
            return Shown(formula.Evaluate(new MapScope(Values)));
        }
        catch (ExpressionException exception)
        {
            return exception.InnerException is { } inner and not InvalidCastException
                ? inner.GetType().Name
                : "failure";
        }
    }

    private static string Theirs(string text, NCalcOptions options)
    {
        var theirs = options.ToString() is "None"
            ? ExpressionOptions.None
            : Enum.Parse<ExpressionOptions>(options.ToString());
        var expression = new global::NCalc.Expression(text, theirs | ExpressionOptions.NoCache)
        {
            CultureInfo = CultureInfo.InvariantCulture,
        };
        foreach (var (name, value) in Values)
        {
            expression.Parameters[name] = value;
        }

        try
        {
            return Shown(expression.Evaluate());
        }
        catch (NCalcEvaluationException)
        {
            return "failure";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static string Shown(object? value) =>
        value switch
        {
            null => "null",
            // 7.4 negates, 7.1 subtracts from zero.
            0.0 => "Double 0",
            string text => $"String {text}",
            IEnumerable list => $"{value.GetType().Name} [{string.Join(", ", list.Cast<object?>().Select(Shown))}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
        };
}
