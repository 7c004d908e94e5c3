using System.Globalization;

namespace Workflows.Marketing.Calendars.Lunar;

/// <summary>Goes to and fro between Gregorian days and the Chinese calendar, for the days from 1901-02-19 to 2101-01-28.</summary>
public static class LunarCalendar
{
    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>The first lunar year that is known.</summary>
    public const int FirstYear = 1901;

    /// <summary>The last lunar year that is known.</summary>
    public const int LastYear = 2100;

    /// <summary>Whether a day lies in the years that are known.</summary>
    public static bool Knows(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return moment >= Calendar.MinSupportedDateTime && moment <= Calendar.MaxSupportedDateTime;
    }

    /// <summary>The lunar date of a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not known.</exception>
    public static LunarDate Of(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        var (year, number) = (Calendar.GetYear(moment), Calendar.GetMonth(moment));
        var leap = Calendar.GetLeapMonth(year);
        var isPast = leap > 0 && number >= leap;
        return new LunarDate(year, isPast ? number - 1 : number, Calendar.GetDayOfMonth(moment), number == leap);
    }

    /// <summary>The month of a year that is repeated; 0 for none.</summary>
    public static int LeapMonthOf(int year) => Math.Max(0, Calendar.GetLeapMonth(year) - 1);

    /// <summary>How many days a month has, 29 or 30.</summary>
    public static int DaysInMonth(int year, int month, bool isLeapMonth = false) =>
        Calendar.GetDaysInMonth(year, NumberOf(year, month, isLeapMonth));

    /// <summary>The day of a lunar date.</summary>
    /// <returns>The day; null when the year has no such month or the month no such day.</returns>
    public static DateOnly? DayOf(LunarDate date)
    {
        if (
            date.Year is < FirstYear or > LastYear
            || date.Month is < 1 or > 12
            || (date.IsLeapMonth && LeapMonthOf(date.Year) != date.Month)
            || date.Day < 1
            || date.Day > DaysInMonth(date.Year, date.Month, date.IsLeapMonth)
        )
        {
            return null;
        }

        var number = NumberOf(date.Year, date.Month, date.IsLeapMonth);
        return DateOnly.FromDateTime(Calendar.ToDateTime(date.Year, number, date.Day, 0, 0, 0, 0));
    }

    private static int NumberOf(int year, int month, bool isLeapMonth)
    {
        var leap = Calendar.GetLeapMonth(year);
        return isLeapMonth || (leap > 0 && month >= leap) ? month + 1 : month;
    }
}
