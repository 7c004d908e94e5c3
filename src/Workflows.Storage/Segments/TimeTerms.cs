using System.Globalization;
using System.Linq.Expressions;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>Moments and spans of time, which databases keep and compare as ticks of UTC.</summary>
internal static class TimeTerms
{
    // Shifts are measured here: far from both ends of the calendar.
    private const double MostUnits = 500_000;
    private static readonly DateTimeOffset Middle = new(5000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The ticks of a moment or a span.</summary>
    public static Expression Ticks(Term term) =>
        term.Value.Type == typeof(long) ? term.Value
        : term.Constant is DateTimeOffset moment ? Captured<long>.Of(moment.UtcTicks)
        : Expression.Call(SegmentFunctions.TicksMethod, term.Value);

    /// <summary>What is between two moments, or a moment some time before or after another.</summary>
    public static Term Calculate(ExpressionType operation, Term left, Term right)
    {
        var isShift = right.Type == typeof(TimeSpan);
        if (left.Type != typeof(DateTimeOffset) || (isShift && !CanShift(left, right.Constant as TimeSpan?)))
        {
            throw new DeclinedException(PlanReason.Arithmetic);
        }

        var result = new Term(right.Type, Expression.MakeBinary(operation, Ticks(left), Ticks(right)))
        {
            IsNull = Logic.Or(left.IsNull, right.IsNull),
            Fails = Logic.Or(left.Fails, right.Fails),
        };
        return isShift
            ? InCalendar(result with { Type = typeof(DateTimeOffset) })
            : result with
            {
                Type = typeof(TimeSpan),
            };
    }

    /// <summary>A method of a moment.</summary>
    public static Term Call(Term moment, string method, IReadOnlyList<Term> arguments)
    {
        if (arguments is not [var argument])
        {
            throw new DeclinedException(PlanReason.NotTranslated);
        }

        return method switch
        {
            "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" => Shift(
                moment,
                method,
                argument
            ),
            "Add" => Calculate(ExpressionType.Add, moment, argument),
            "Subtract" => Calculate(ExpressionType.Subtract, moment, argument),
            "Equals" when argument.Type == typeof(DateTimeOffset) => ComparisonTerms.Compare(
                ExpressionType.Equal,
                moment,
                argument
            ),
            _ => throw new DeclinedException(PlanReason.Calendar),
        };
    }

    /// <summary>A property of a span.</summary>
    public static Term Property(Term span, string property) =>
        property switch
        {
            "Ticks" => span with { Type = typeof(long), Constant = null },
            "Days" => span with
            {
                Type = typeof(int),
                Value = Expression.Divide(span.Value, Expression.Constant(TimeSpan.TicksPerDay)),
                Constant = null,
            },
            "TotalDays" => Total(span, TimeSpan.TicksPerDay),
            "TotalHours" => Total(span, TimeSpan.TicksPerHour),
            "TotalMinutes" => Total(span, TimeSpan.TicksPerMinute),
            "TotalSeconds" => Total(span, TimeSpan.TicksPerSecond),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };

    private static Term Total(Term span, long ticks) =>
        span with
        {
            Type = typeof(double),
            Value = Expression.Divide(
                Expression.Convert(span.Value, typeof(double)),
                Expression.Constant((double)ticks)
            ),
            Constant = null,
        };

    // A shift by a number that the question fixes is a number of ticks, the same from wherever it starts.
    private static Term Shift(Term moment, string method, Term amount)
    {
        if (amount.Constant is not { } constant || !Logic.IsFalse(amount.Fails))
        {
            throw new DeclinedException(PlanReason.Arithmetic);
        }

        var number = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
        TimeSpan? shift =
            Math.Abs(number) > MostUnits
                ? null
                : method switch
                {
                    "AddDays" => Middle.AddDays(number) - Middle,
                    "AddHours" => Middle.AddHours(number) - Middle,
                    "AddMinutes" => Middle.AddMinutes(number) - Middle,
                    "AddSeconds" => Middle.AddSeconds(number) - Middle,
                    _ => Middle.AddMilliseconds(number) - Middle,
                };
        if (!CanShift(moment, shift))
        {
            throw new DeclinedException(PlanReason.Arithmetic);
        }

        var ticks = Expression.Add(Ticks(moment), Captured<long>.Of(shift!.Value.Ticks));
        return InCalendar(moment with { Value = ticks, Constant = null });
    }

    // One shift of a stored moment by less than the calendar's length stays within 64 bits.
    private static bool CanShift(Term moment, TimeSpan? shift) =>
        moment.Value.Type == typeof(DateTimeOffset)
        && shift is { } span
        && Math.Abs((decimal)span.Ticks) <= DateTimeOffset.MaxValue.UtcTicks;

    private static Term InCalendar(Term moment)
    {
        var isOutside = Expression.OrElse(
            Expression.LessThan(moment.Value, Expression.Constant(0L)),
            Expression.GreaterThan(moment.Value, Expression.Constant(DateTimeOffset.MaxValue.UtcTicks))
        );
        return moment.AlsoFailsWhen(Logic.And(Logic.Not(moment.IsNull), isOutside));
    }
}
