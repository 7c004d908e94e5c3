namespace Workflows.Marketing.Calendars.Times;

/// <summary>A time of day at which a calendar looks whether there is something to do.</summary>
/// <param name="Time">The time on local clocks.</param>
/// <param name="Name">What people call it; empty where there is one only.</param>
public sealed record Slot(TimeOnly Time, string Name)
{
    /// <summary>Reads a line such as <c>08:00 breakfast</c>, which is the name as well; null for a line that is none.</summary>
    public static Slot? Read(string? line)
    {
        var name = (line ?? "").Trim();
        return DayTime.Read(name.Split(' ')[0]) is { } time ? new Slot(time, name) : null;
    }
}
