namespace Workflows.Marketing.Calendars.Days;

/// <summary>How a birthday is written down and kept.</summary>
public enum BirthdayCalendar
{
    /// <summary>A Gregorian date, kept every year on it.</summary>
    Solar,

    /// <summary>A lunar date, kept every lunar year on it.</summary>
    Lunar,

    /// <summary>A Gregorian date of birth, kept every lunar year on the lunar date it was.</summary>
    LunarOfSolar,
}
