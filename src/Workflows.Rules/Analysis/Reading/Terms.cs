using System.Linq.Expressions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Reads numbers, instants and durations as sums.</summary>
internal sealed class Terms(
    IReadOnlyDictionary<ParameterExpression, Expression> parameters,
    Constants constants,
    Fields fields
)
{
    private readonly Dictionary<ParameterExpression, Term?> _known = [];

    /// <summary>The sum that an expression is; null when it is something else.</summary>
    public Term? Find(Expression expression)
    {
        if (constants.Find(expression) is { } constant)
        {
            return OrderedValues.ToNumber(constant.Value) is { } number ? Term.Constant(number) : null;
        }

        if (fields.Find(expression) is { } field)
        {
            return OrderedValues.DomainOf(field) is null ? null : Term.Of(field);
        }

        return expression switch
        {
            ParameterExpression parameter => Find(parameter),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => Converted(convert),
            MemberExpression { Expression: { } owner } member => MemberOf(owner, member.Member.Name),
            BinaryExpression { NodeType: ExpressionType.Add } sum when IsTime(sum.Type) => Sum(sum.Left, sum.Right, 1),
            BinaryExpression { NodeType: ExpressionType.Subtract } sum when IsTime(sum.Type) => Sum(
                sum.Left,
                sum.Right,
                -1
            ),
            MethodCallExpression { Object: { } target, Arguments: [var argument] } call when IsTime(target.Type) =>
                Called(target, call, argument),
            _ => null,
        };
    }

    private Term? Find(ParameterExpression parameter)
    {
        if (!_known.TryGetValue(parameter, out var term))
        {
            term = parameters.TryGetValue(parameter, out var value) ? Find(value) : null;
            _known[parameter] = term;
        }

        return term;
    }

    // Only conversions that keep every value, so that comparisons after it mean what they mean before it.
    private Term? Converted(UnaryExpression convert)
    {
        var from = Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type;
        var to = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        var keeps =
            from == to
            || (to == typeof(decimal) && from != typeof(double) && from != typeof(float))
            || (to == typeof(long) && from != typeof(double) && from != typeof(decimal) && from != typeof(float))
            || (to == typeof(double) && (from == typeof(int) || from == typeof(short) || from == typeof(byte)))
            || (to == typeof(int) && (from == typeof(short) || from == typeof(byte)));
        var unwraps = Nullable.GetUnderlyingType(convert.Operand.Type) is not null && to == convert.Type;
        return keeps && Find(convert.Operand) is { } term
            ? term with
            {
                FailsOnNull = term.FailsOnNull || unwraps,
            }
            : null;
    }

    private Term? MemberOf(Expression owner, string member)
    {
        if (Nullable.GetUnderlyingType(owner.Type) is not null)
        {
            return member is nameof(Nullable<int>.Value) && Find(owner) is { } term
                ? term with
                {
                    FailsOnNull = true,
                }
                : null;
        }

        decimal? unit =
            owner.Type != typeof(TimeSpan)
                ? null
                : member switch
                {
                    nameof(TimeSpan.TotalDays) => TimeSpan.TicksPerDay,
                    nameof(TimeSpan.TotalHours) => TimeSpan.TicksPerHour,
                    nameof(TimeSpan.TotalMinutes) => TimeSpan.TicksPerMinute,
                    nameof(TimeSpan.TotalSeconds) => TimeSpan.TicksPerSecond,
                    _ => null,
                };
        return unit is { } ticks && Find(owner) is { Unit: 1 } span ? span with { Unit = ticks } : null;
    }

    private Term? Called(Expression target, MethodCallExpression call, Expression argument)
    {
        if (call.Method.Name is nameof(DateTimeOffset.Subtract) && argument.Type == target.Type)
        {
            return Sum(target, argument, -1);
        }

        // Months and years have no fixed length.
        var isFixed =
            call.Method.Name.StartsWith("Add", StringComparison.Ordinal)
            && call.Method.Name is not ("AddMonths" or "AddYears");
        return
            (isFixed || call.Method.Name is nameof(DateTimeOffset.Subtract))
            && constants.Find(argument) is { } by
            && Distance(call, by) is { } distance
            && Find(target) is { Unit: 1 } term
            ? term with
            {
                Offset = term.Offset + distance,
            }
            : null;
    }

    // The method itself knows best how it rounds.
    private static decimal? Distance(MethodCallExpression call, ConstantExpression by)
    {
        object? epoch = call.Method.DeclaringType switch
        {
            var type when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            var type when type == typeof(DateTime) => DateTime.UnixEpoch,
            var type when type == typeof(DateOnly) => DateOnly.FromDateTime(DateTime.UnixEpoch),
            var type when type == typeof(TimeSpan) => TimeSpan.Zero,
            _ => null,
        };
        try
        {
            return epoch is null
                ? null
                : OrderedValues.ToNumber(call.Method.Invoke(epoch, [by.Value])) - OrderedValues.ToNumber(epoch);
        }
        catch (System.Reflection.TargetInvocationException)
        {
            return null;
        }
    }

    private Term? Sum(Expression left, Expression right, int sign) =>
        Find(left) is { Unit: 1 } first && Find(right) is { Unit: 1 } second
            ? sign > 0
                ? first.Plus(second)
                : first.Minus(second)
            : null;

    private static bool IsTime(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(DateTimeOffset)
            || type == typeof(DateTime)
            || type == typeof(DateOnly)
            || type == typeof(TimeSpan);
    }
}
