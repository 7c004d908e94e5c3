using System.Globalization;
using Workflows.Marketing.Calendars.Lunar;

namespace Workflows.Marketing.Calendars.Days;

/// <summary>
/// Reads a contact's birthday (S4-39): <c>1990-05-17</c>, <c>05-17</c>, <c>19900517</c>, and for lunar dates with <c>leap</c>
/// or <c>闰</c> before a date in a leap month.
/// </summary>
public static class Birthday
{
    /// <summary>The rule of a birthday.</summary>
    /// <param name="text">The attribute as the contact has it.</param>
    /// <param name="calendar">How it is meant.</param>
    /// <param name="missing">What becomes of a day that a year does not have.</param>
    /// <param name="leap">When those born in a leap month keep theirs.</param>
    /// <returns>The rule; null when the text is no such date.</returns>
    public static DayRule? Read(
        string? text,
        BirthdayCalendar calendar,
        MissingDay missing = MissingDay.LastDay,
        LeapMonth leap = LeapMonth.Own
    )
    {
        if (Parts(text?.Trim() ?? "") is not var (year, month, day, isLeap))
        {
            return null;
        }

        return calendar switch
        {
            BirthdayCalendar.Lunar => day <= 30 ? OfLunar(month, day, isLeap) : null,
            BirthdayCalendar.LunarOfSolar => OfSolarBirth(year, month, day) is { } born
                ? OfLunar(born.Month, born.Day, born.IsLeapMonth)
                : null,
            _ => !isLeap && day <= DateTime.DaysInMonth(2024, month) ? new DayRule.Yearly(month, day, missing) : null,
        };

        DayRule.InLunarYear OfLunar(int lunarMonth, int lunarDay, bool bornInLeap) =>
            new(lunarMonth, lunarDay, missing, bornInLeap && leap == LeapMonth.Own);
    }

    private static LunarDate? OfSolarBirth(int year, int month, int day) =>
        year > 0 && day <= DateTime.DaysInMonth(year, month) && LunarCalendar.Knows(new DateOnly(year, month, day))
            ? LunarCalendar.Of(new DateOnly(year, month, day))
            : null;

    private static (int Year, int Month, int Day, bool IsLeap)? Parts(string text)
    {
        var isLeap = text.StartsWith("leap ", StringComparison.OrdinalIgnoreCase) || text.StartsWith('闰');
        var date = isLeap ? text[(text[0] == '闰' ? 1 : 5)..].Trim() : text;
        // A time that some systems append says nothing about the day.
        var end = date.IndexOfAny(['T', ' ']);
        var parts = (end < 0 ? date : date[..end]).Split('-', '/', '.');
        return parts switch
        {
            [{ Length: 8 } packed] => Parts(packed[..4], packed[4..6], packed[6..], isLeap),
            [var month, var day] => Parts("0", month, day, isLeap),
            [var year, var month, var day] => Parts(year, month, day, isLeap),
            _ => null,
        };
    }

    private static (int Year, int Month, int Day, bool IsLeap)? Parts(
        string year,
        string month,
        string day,
        bool isLeap
    ) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && y <= 9999
        && m is >= 1 and <= 12
        && d is >= 1 and <= 31
            ? (y, m, d, isLeap)
            : null;
}
