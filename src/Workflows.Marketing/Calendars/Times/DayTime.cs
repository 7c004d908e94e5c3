using System.Globalization;

namespace Workflows.Marketing.Calendars.Times;

/// <summary>Times of day on the clocks of a time zone.</summary>
public static class DayTime
{
    /// <summary>Reads <c>08:00</c>; null for anything else.</summary>
    public static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(
            text?.Trim(),
            ["HH:mm", "H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>
    /// The instant at which clocks show a time on a day: the first one where they are put back, the first instant after the
    /// gap where they skip it.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(time);
        if (zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max());
        }

        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>The day that clocks of a time zone show.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
