using System.Globalization;
using Workflows.Marketing.Calendars.Lunar;

namespace Workflows.Marketing.Calendars.Days;

/// <summary>
/// Reads day rules as operators write them: <c>2026-10-01</c>, <c>10-01</c>, <c>lunar 08-15</c>, <c>lunar leap 06-01</c>,
/// <c>lunar last</c>, <c>term qingming</c>, <c>day 18</c>, <c>day last</c>, <c>friday</c>, <c>2nd friday</c>,
/// <c>last friday</c>, <c>2nd sunday of 05</c>, <c>daily</c>; several with commas between them.
/// </summary>
public static class DayRuleText
{
    private static readonly string[] Numbers = ["1st", "2nd", "3rd", "4th", "5th"];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="missing">What becomes of a yearly day in a year that does not have it.</param>
    /// <returns>The rule; null when the text is none.</returns>
    public static DayRule? Read(string? text, MissingDay missing = MissingDay.LastDay)
    {
        var rules = (text ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => ReadOne(part.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries), missing))
            .ToList();
        return rules.Count == 0 || rules.Contains(null) ? null
            : rules.Count == 1 ? rules[0]
            : new DayRule.AnyOf([.. rules.OfType<DayRule>()]);
    }

    private static DayRule? ReadOne(string[] words, MissingDay missing) =>
        words switch
        {
            ["daily"] => new DayRule.Daily(),
            ["lunar", "last"] => new DayRule.LunarYearEnd(),
            ["lunar", "leap", var day] => ReadLunar(day, missing, isLeap: true),
            ["lunar", var day] => ReadLunar(day, missing, isLeap: false),
            ["term", var name] => Enum.TryParse<SolarTerm>(name, ignoreCase: true, out var term)
            && Enum.IsDefined(term)
            && !char.IsAsciiDigit(name[0])
                ? new DayRule.Term(term)
                : null,
            ["day", "last"] => new DayRule.Monthly(0),
            ["day", var day] => ReadNumber(day, 31) is { } number ? new DayRule.Monthly(number) : null,
            [var weekday] when ReadWeekday(weekday) is { } every => new DayRule.OnWeekday(every),
            [var place, var weekday] => ReadWeekday(place, weekday, 0),
            [var place, var weekday, "of", var month] => ReadNumber(month, 12) is { } number
                ? ReadWeekday(place, weekday, number)
                : null,
            [var date] => ReadDate(date, missing),
            _ => null,
        };

    private static DayRule? ReadDate(string text, MissingDay missing) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once)
            ? new DayRule.Once(once)
        // A leap year has all days there are.
        : ReadMonthDay(text) is var (month, day) && day <= DateTime.DaysInMonth(2024, month)
            ? new DayRule.Yearly(month, day, missing)
        : null;

    private static DayRule.InLunarYear? ReadLunar(string text, MissingDay missing, bool isLeap) =>
        ReadMonthDay(text) is var (month, day) && day <= 30
            ? new DayRule.InLunarYear(month, day, missing, isLeap)
            : null;

    private static DayRule.OnWeekday? ReadWeekday(string place, string weekday, int month)
    {
        var number = place is "last" ? -1 : Array.IndexOf(Numbers, place) + 1;
        return number != 0 && ReadWeekday(weekday) is { } day ? new DayRule.OnWeekday(day, number, month) : null;
    }

    private static DayOfWeek? ReadWeekday(string text) =>
        Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !char.IsAsciiDigit(text[0]) ? day : null;

    private static (int Month, int Day)? ReadMonthDay(string text) =>
        text.Split('-') is [var month, var day] && ReadNumber(month, 12) is { } one && ReadNumber(day, 31) is { } other
            ? (one, other)
            : null;

    private static int? ReadNumber(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= most
            ? number
            : null;
}
