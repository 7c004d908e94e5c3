namespace Workflows.Marketing.Calendars.Lunar;

/// <summary>A day of the Chinese calendar (农历).</summary>
/// <param name="Year">The Gregorian year in which the lunar year begins.</param>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–30.</param>
/// <param name="IsLeapMonth">Whether it lies in the month that repeats <paramref name="Month"/> (闰月).</param>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false);
