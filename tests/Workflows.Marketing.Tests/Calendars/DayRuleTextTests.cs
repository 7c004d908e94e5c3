using System.Globalization;
using Workflows.Marketing.Calendars.Days;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class DayRuleTextTests
{
    /// <summary>The first days from 2026 on, read off printed calendars.</summary>
    [Theory]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("10-01", "2026-10-01 2027-10-01")]
    [InlineData("02-29", "2026-02-28 2027-02-28 2028-02-29")]
    [InlineData("lunar 08-15", "2026-09-25 2027-09-15")]
    [InlineData("lunar leap 05-05", "2026-06-19 2027-06-09 2028-06-27")]
    [InlineData("lunar last", "2026-02-16 2027-02-05 2028-01-25")]
    [InlineData("term qingming", "2026-04-05 2027-04-05 2028-04-04")]
    [InlineData("TERM Dongzhi", "2026-12-22 2027-12-22 2028-12-21")]
    [InlineData("day 31", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("day last", "2026-01-31 2026-02-28 2026-03-31")]
    [InlineData("friday", "2026-01-02 2026-01-09")]
    [InlineData("2nd wednesday", "2026-01-14 2026-02-11 2026-03-11")]
    [InlineData("5th friday", "2026-01-30 2026-05-29")]
    [InlineData("last friday", "2026-01-30 2026-02-27 2026-03-27")]
    [InlineData("2nd sunday of 05", "2026-05-10 2027-05-09")]
    [InlineData("day 8, day 18,day 28", "2026-01-08 2026-01-18 2026-01-28 2026-02-08")]
    [InlineData("daily", "2026-01-01 2026-01-02")]
    public void Read_Rule_FallsOnTheseDays(string text, string days)
    {
        var rule = DayRuleText.Read(text)!;

        var expected = days.Split(' ');
        var from = new DateOnly(2026, 1, 1);
        List<string> found = [];
        while (found.Count < expected.Length && rule.First(from) is { } day)
        {
            found.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            from = day.AddDays(1);
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("10-32")]
    [InlineData("02-30")]
    [InlineData("13-01")]
    [InlineData("2026-02-29")]
    [InlineData("lunar 08-31")]
    [InlineData("lunar 8")]
    [InlineData("lunar leap")]
    [InlineData("term 3")]
    [InlineData("term spring")]
    [InlineData("day 0")]
    [InlineData("day 32")]
    [InlineData("6th friday")]
    [InlineData("2nd day")]
    [InlineData("2nd sunday of 13")]
    [InlineData("5")]
    [InlineData("day 8; day 18")]
    [InlineData("day 8, someday")]
    public void Read_NoRule_IsNull(string? text) => Assert.Null(DayRuleText.Read(text));
}
