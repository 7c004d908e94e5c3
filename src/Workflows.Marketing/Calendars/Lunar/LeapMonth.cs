namespace Workflows.Marketing.Calendars.Lunar;

/// <summary>When somebody born in a leap month keeps the birthday in a year that repeats this month.</summary>
public enum LeapMonth
{
    /// <summary>In the leap month, the month of birth.</summary>
    Own,

    /// <summary>In the regular month before it, as in all other years.</summary>
    Regular,
}
