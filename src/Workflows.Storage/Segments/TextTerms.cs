using System.Linq.Expressions;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>Texts, letter by letter. What depends on a culture or on how letters are counted stays in memory.</summary>
internal static class TextTerms
{
    /// <summary>A method of a text.</summary>
    public static Term Call(Term text, string method, IReadOnlyList<Term> arguments)
    {
        var there = text.NotNull();
        return (method, arguments) switch
        {
            ("Equals", [{ Type: var type } other]) when type == typeof(string) => Equal(there, other),
            ("Equals", [var other, var comparison]) when IsOrdinal(comparison) => Equal(there, other),
            ("Contains", [{ Constant: string part }]) => Search(there, part, Contains),
            ("Contains", [{ Constant: string part }, var comparison]) when IsOrdinal(comparison) => Search(
                there,
                part,
                Contains
            ),
            ("StartsWith", [{ Constant: string part }, var comparison]) when IsOrdinal(comparison) => Search(
                there,
                part,
                StartsWith
            ),
            ("EndsWith", [{ Constant: string part }, var comparison]) when IsOrdinal(comparison) => Search(
                there,
                part,
                EndsWith
            ),
            ("StartsWith" or "EndsWith" or "CompareTo" or "ToLower" or "ToUpper", _) => throw new DeclinedException(
                PlanReason.Culture
            ),
            _ => throw new DeclinedException(PlanReason.Letters),
        };
    }

    /// <summary>A static method of <see cref="string"/>.</summary>
    public static Term CallStatic(string method, IReadOnlyList<Term> arguments) =>
        (method, arguments) switch
        {
            ("Equals", [var left, var right]) => Equal(left, right),
            ("Equals", [var left, var right, var comparison]) when IsOrdinal(comparison) => Equal(left, right),
            ("IsNullOrEmpty", [var text]) => Term.Condition(
                Logic.Or(text.IsNull, Expression.Equal(text.Value, Expression.Constant(""))),
                text.Fails
            ),
            ("Compare", _) => throw new DeclinedException(PlanReason.Culture),
            _ => throw new DeclinedException(PlanReason.Letters),
        };

    private static Term Equal(Term left, Term right) => ComparisonTerms.Compare(ExpressionType.Equal, left, right);

    private static bool IsOrdinal(Term comparison) => comparison.Constant is StringComparison.Ordinal;

    private static Term Search(Term text, string part, Func<Expression, string, Expression> search) =>
        Term.Condition(part.Length == 0 ? Logic.True : search(text.Value, part), text.Fails);

    private static Expression Contains(Expression text, string part) =>
        Expression.GreaterThan(SegmentFunctions.PositionIn(text, part), Expression.Constant(0));

    private static Expression StartsWith(Expression text, string part) =>
        Expression.Equal(
            Expression.Call(SegmentFunctions.FirstMethod, text, Expression.Constant(Letters(part))),
            Expression.Constant(part)
        );

    private static Expression EndsWith(Expression text, string part) =>
        Expression.Equal(
            Expression.Call(SegmentFunctions.LastMethod, text, Expression.Constant(Letters(part))),
            Expression.Constant(part)
        );

    // Databases count characters where C# counts halves of some.
    private static int Letters(string text) => text.EnumerateRunes().Count();
}
