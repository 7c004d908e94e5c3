using System.Globalization;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Values with an order as numbers: instants in ticks of UTC, durations in ticks, days in days.</summary>
internal static class OrderedValues
{
    /// <summary>The values a type has; null where the type has no order we know.</summary>
    public static OrderedDomain? DomainOf(FieldPath field) =>
        field.Bare switch
        {
            var type when type == typeof(int) => Whole(int.MinValue, int.MaxValue),
            var type when type == typeof(long) => Whole(long.MinValue, long.MaxValue),
            var type when type == typeof(short) => Whole(short.MinValue, short.MaxValue),
            var type when type == typeof(byte) => Whole(byte.MinValue, byte.MaxValue),
            var type when type == typeof(decimal) => Dense(admitsNaN: false),
            var type when type == typeof(double) => Dense(admitsNaN: true),
            var type when type == typeof(DateTimeOffset) => Whole(0, DateTimeOffset.MaxValue.Ticks),
            var type when type == typeof(DateTime) => Whole(0, DateTime.MaxValue.Ticks),
            var type when type == typeof(DateOnly) => Whole(0, DateOnly.MaxValue.DayNumber),
            var type when type == typeof(TimeSpan) => Whole(long.MinValue, long.MaxValue),
            _ => null,
        }
            is { } domain
            ? domain with
            {
                AdmitsNull = field.AdmitsNull,
            }
            : null;

    /// <summary>The distances between two values of one type.</summary>
    public static OrderedDomain? DistancesOf(FieldPath field) =>
        DomainOf(field) is { IsWhole: true } domain
            ? domain with
            {
                Lowest = domain.Lowest - domain.Highest,
                Highest = domain.Highest - domain.Lowest,
            }
            : null;

    /// <summary>A value as a number; null where it has no exact one.</summary>
    public static decimal? ToNumber(object? value)
    {
        switch (value)
        {
            case int or long or short or byte or decimal:
                return Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            case double number when Math.Abs(number) < 1e27:
                var rounded = (decimal)number;
                return (double)rounded == number ? rounded : null;
            case DateTimeOffset instant:
                return instant.UtcTicks;
            case DateTime time:
                return time.Ticks;
            case DateOnly day:
                return day.DayNumber;
            case TimeSpan span:
                return span.Ticks;
            default:
                return null;
        }
    }

    /// <summary>The value of a type that a number stands for; a number beyond the type gives null.</summary>
    /// <param name="number">The number.</param>
    /// <param name="type">The type, not a nullable one.</param>
    /// <param name="offset">The offset in which instants are shown.</param>
    public static object? FromNumber(decimal number, Type type, TimeSpan offset)
    {
        try
        {
            return type switch
            {
                _ when type == typeof(DateTimeOffset) => new DateTimeOffset((long)number, TimeSpan.Zero).ToOffset(
                    offset
                ),
                _ when type == typeof(DateTime) => new DateTime((long)number),
                _ when type == typeof(DateOnly) => DateOnly.FromDayNumber((int)number),
                _ when type == typeof(TimeSpan) => new TimeSpan((long)number),
                _ => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static OrderedDomain Whole(decimal lowest, decimal highest) => new(lowest, highest, true, false, false);

    private static OrderedDomain Dense(bool admitsNaN) =>
        new(decimal.MinValue, decimal.MaxValue, false, false, admitsNaN);
}
