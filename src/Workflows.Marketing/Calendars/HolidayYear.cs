namespace Workflows.Marketing.Calendars;

/// <summary>The statutory days off of a year, as the State Council announces them late in the year before.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">Where they were announced.</param>
/// <param name="Off">Days off, weekends within a holiday included.</param>
/// <param name="Work">Weekend days that are worked instead (调休).</param>
public sealed record HolidayYear(int Year, string Source, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);
