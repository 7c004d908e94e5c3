using System.Globalization;
using Workflows.Marketing.Calendars.Times;

namespace Workflows.Marketing.Calendars.Audiences;

/// <summary>Conditions on moments of contacts that lie on some days of a time zone, as a question that databases answer.</summary>
internal static class DayWindow
{
    /// <summary>A condition that holds when a moment lies on one of the days.</summary>
    /// <param name="moment">The moment as conditions write it, for example <c>contact.JoinedAt</c>.</param>
    /// <param name="days">The days.</param>
    /// <param name="zone">Whose clocks the days are on.</param>
    /// <param name="now">What the condition calls <c>now</c>.</param>
    public static string Of(string moment, IEnumerable<DateOnly> days, TimeZoneInfo zone, DateTimeOffset now)
    {
        var windows = days.Select(day =>
            $"({moment} >= {At(day, zone, now)} && {moment} < {At(day.AddDays(1), zone, now)})"
        );
        return string.Join(" || ", windows) is { Length: > 0 } any ? any : "false";
    }

    private static string At(DateOnly day, TimeZoneInfo zone, DateTimeOffset now)
    {
        var seconds = (DayTime.At(day, TimeOnly.MinValue, zone) - now).TotalSeconds;
        return $"now.AddSeconds({seconds.ToString("0", CultureInfo.InvariantCulture)})";
    }
}
