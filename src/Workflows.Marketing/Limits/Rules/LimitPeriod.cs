using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>
/// How long a message counts: <c>day</c>, <c>week</c> (from Monday), <c>month</c>, <c>7 days</c> (today and the six
/// before it), all in the tenant's time zone; <c>rolling 24 hours</c>; <c>ever</c>.
/// </summary>
public abstract record LimitPeriod
{
    private static readonly Dictionary<string, LimitPeriod> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["day"] = new Days(1),
        ["week"] = new Week(),
        ["month"] = new Month(),
        ["ever"] = new Ever(),
    };

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    private LimitPeriod() { }

    /// <summary>The longest number of days, hours or minutes that a period may have.</summary>
    public const int LongestNumber = 400;

    /// <summary>Reads a period as rules write it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LimitPeriod? period)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        period = words switch
        {
            [var word] => Words.GetValueOrDefault(word),
            [var number, var unit] when Number(number) is { } days && Unit(unit) == Units["day"] => new Days(days),
            ["rolling", var number, var unit] when Number(number) is { } count && Unit(unit) is { } length =>
                new Rolling(length * count),
            _ => null,
        };
        return period is not null;
    }

    /// <summary>The beginning of the part of the period that a message at this time counts in.</summary>
    public abstract DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone);

    /// <summary>When what began to count at <paramref name="start"/> counts no more; the greatest time for never.</summary>
    public abstract DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= LongestNumber
            ? number
            : null;

    private static TimeSpan? Unit(string text) =>
        Units.TryGetValue(text.TrimEnd('s', 'S'), out var length) ? length : null;

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, timeZone).DateTime);

    /// <summary>Natural days: today and those before it.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Days(int Count) : LimitPeriod
    {
        /// <inheritdoc/>
        public override DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone) =>
            WorkspaceDay.Start(DayOf(at, timeZone), timeZone).ToUniversalTime();

        /// <inheritdoc/>
        public override DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone) =>
            WorkspaceDay.Start(DayOf(start, timeZone).AddDays(Count), timeZone).ToUniversalTime();
    }

    /// <summary>The natural week, from Monday.</summary>
    public sealed record Week : LimitPeriod
    {
        /// <inheritdoc/>
        public override DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone)
        {
            var day = DayOf(at, timeZone);
            return WorkspaceDay.Start(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), timeZone).ToUniversalTime();
        }

        /// <inheritdoc/>
        public override DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone) =>
            WorkspaceDay.Start(DayOf(start, timeZone).AddDays(7), timeZone).ToUniversalTime();
    }

    /// <summary>The natural month.</summary>
    public sealed record Month : LimitPeriod
    {
        /// <inheritdoc/>
        public override DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone)
        {
            var day = DayOf(at, timeZone);
            return WorkspaceDay.Start(day.AddDays(1 - day.Day), timeZone).ToUniversalTime();
        }

        /// <inheritdoc/>
        public override DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone) =>
            WorkspaceDay.Start(DayOf(start, timeZone).AddMonths(1), timeZone).ToUniversalTime();
    }

    /// <summary>A window that moves with the clock.</summary>
    /// <param name="Length">How long it is.</param>
    public sealed record Rolling(TimeSpan Length) : LimitPeriod
    {
        /// <inheritdoc/>
        public override DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone) => at.ToUniversalTime();

        /// <inheritdoc/>
        public override DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone) => start + Length;
    }

    /// <summary>What was sent once counts for ever, as with a budget.</summary>
    public sealed record Ever : LimitPeriod
    {
        /// <inheritdoc/>
        public override DateTimeOffset StartOf(DateTimeOffset at, TimeZoneInfo timeZone) => DateTimeOffset.UnixEpoch;

        /// <inheritdoc/>
        public override DateTimeOffset EndOf(DateTimeOffset start, TimeZoneInfo timeZone) => DateTimeOffset.MaxValue;
    }
}
