using System.Collections.Concurrent;
using Workflows.Marketing.Calendars.Astronomy;

namespace Workflows.Marketing.Calendars;

/// <summary>
/// When solar terms fall (S2-38). Days are those of China Standard Time, whatever time zone a workspace has: that is how the
/// calendar is defined (GB/T 33661).
/// </summary>
public static class SolarTerms
{
    private const int Count = 24;
    private const double DaysInYear = 365.2422;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly DateTime JulianEpoch = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ConcurrentDictionary<int, DateOnly[]> Years = new();

    private static readonly string[] Chinese =
    [
        .. "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至".Split(
            ' '
        ),
    ];

    private static readonly string[] English =
    [
        "Minor Cold",
        "Major Cold",
        "Start of Spring",
        "Rain Water",
        "Awakening of Insects",
        "Spring Equinox",
        "Clear and Bright",
        "Grain Rain",
        "Start of Summer",
        "Grain Buds",
        "Grain in Ear",
        "Summer Solstice",
        "Minor Heat",
        "Major Heat",
        "Start of Autumn",
        "End of Heat",
        "White Dew",
        "Autumn Equinox",
        "Cold Dew",
        "Frost's Descent",
        "Start of Winter",
        "Minor Snow",
        "Major Snow",
        "Winter Solstice",
    ];

    /// <summary>The first year terms are given for.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year terms are given for.</summary>
    public const int LastYear = 2100;

    /// <summary>The name people know it by.</summary>
    public static string NameOf(SolarTerm term, bool isChinese) => (isChinese ? Chinese : English)[(int)term];

    /// <summary>The day of a term in a calendar year.</summary>
    /// <param name="year">The year, <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <param name="term">The term.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not one of those.</exception>
    public static DateOnly DayOf(int year, SolarTerm term) => Of(year)[(int)term];

    /// <summary>The term that falls on a day, or null.</summary>
    public static SolarTerm? On(DateOnly day)
    {
        if (day.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        var index = Array.IndexOf(Of(day.Year), day);
        return index < 0 ? null : (SolarTerm)index;
    }

    /// <summary>The instant of a term, right to some seconds.</summary>
    internal static DateTimeOffset InstantOf(int year, SolarTerm term)
    {
        // 0° is passed in spring; the terms of a calendar year begin at 285°.
        var wanted = SolarLongitude.Normal((285 + (15 * (int)term)) * Math.PI / 180);
        var days = (new DateTime(year, 1, 6, 0, 0, 0, DateTimeKind.Utc) - JulianEpoch).TotalDays;
        var day = 2451545.0 + days + ((int)term * DaysInYear / Count);
        for (var round = 0; round < 8; round++)
        {
            var off = SolarLongitude.Normal(wanted - SolarLongitude.At(day) + Math.PI) - Math.PI;
            day += off * DaysInYear / Math.Tau;
        }

        var instant = JulianEpoch.AddDays(day - 2451545.0).AddSeconds(-DeltaT(year));
        return new DateTimeOffset(instant).ToOffset(China);
    }

    // Terrestrial time runs ahead of the clocks: Espenak and Meeus' parabola until it was measured, 2005 to 2035 as measured and
    // predicted by the IERS. A second more or less moves no term over midnight.
    private static double DeltaT(int year)
    {
        var t = year - 2000;
        return year switch
        {
            >= 2005 and <= 2035 => 65 + (t < 16 ? 0.22 * (t - 5) : 2.42 + (0.12 * (t - 16))),
            > 2035 => 62.92 + (0.32217 * t) + (0.005589 * t * t),
            >= 1961 => 63.86 + (0.3345 * t) - (0.060374 * t * t) / 10,
            _ => 29.07 + (0.407 * (year - 1950)),
        };
    }

    private static DateOnly[] Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return Years.GetOrAdd(
            year,
            static one =>
                [
                    .. Enumerable
                        .Range(0, Count)
                        .Select(term => DateOnly.FromDateTime(InstantOf(one, (SolarTerm)term).DateTime)),
                ]
        );
    }
}
