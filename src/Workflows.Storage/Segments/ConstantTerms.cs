using System.Linq.Expressions;
using System.Text;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>Values that the question fixes.</summary>
internal static class ConstantTerms
{
    /// <summary>Works a closed part out. One that throws is a term that fails.</summary>
    public static Term Evaluate(Expression closed)
    {
        if (closed is ConstantExpression constant)
        {
            return Of(constant.Value, constant.Type);
        }

        try
        {
            var value = Expression
                .Lambda<Func<object?>>(Expression.Convert(closed, typeof(object)))
                .Compile(preferInterpretation: true)();
            return Of(value, closed.Type);
        }
        // An expression may throw anything; DeclinedException is ours and passes.
        catch (Exception failure) when (failure is not DeclinedException)
        {
            return Of(null, closed.Type) with { Fails = Logic.True };
        }
    }

    private static Term Of(object? value, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value switch
        {
            null => Null(type),
            bool flag => new Term(type, flag ? Logic.True : Logic.False) { Constant = flag },
            int or long or decimal => new Term(value.GetType(), Expression.Constant(value)) { Constant = value },
            double number when double.IsFinite(number) => new Term(type, Expression.Constant(number))
            {
                Constant = value,
            },
            string text when IsSafe(text) => new Term(type, Expression.Constant(text)) { Constant = text },
            DateTimeOffset moment => new Term(type, Captured<DateTimeOffset>.Of(moment)) { Constant = moment },
            TimeSpan span => new Term(type, Captured<long>.Of(span.Ticks)) { Constant = span },
            StringComparison => new Term(type, Expression.Constant(value)) { Constant = value },
            string => throw new DeclinedException(PlanReason.Characters),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };
    }

    private static Term Null(Type type)
    {
        var stored = type == typeof(TimeSpan) ? typeof(long) : type;
        Expression value =
            stored == typeof(string) ? Expression.Constant("")
            : stored == typeof(DateTimeOffset) ? Captured<DateTimeOffset>.Of(default)
            : stored == typeof(bool) ? Logic.False
            : stored.IsValueType ? Expression.Constant(Activator.CreateInstance(stored), stored)
            : Expression.Constant(null, stored);
        return new Term(type, value) { IsNull = Logic.True };
    }

    // Half a surrogate pair is no character of a database, and a NUL ends a text in some.
    private static bool IsSafe(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (
                Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || rune.Value == 0
            )
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
