namespace Workflows.Marketing.Contacts;

/// <summary>Days as a workspace counts them.</summary>
public static class WorkspaceDay
{
    /// <summary>The instant a day begins in a time zone; where a clock change skips midnight, the first instant after it.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (timeZone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, timeZone.GetUtcOffset(midnight));
    }
}
