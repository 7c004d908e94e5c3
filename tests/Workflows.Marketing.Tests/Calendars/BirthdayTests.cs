using Workflows.Marketing.Calendars.Days;
using Workflows.Marketing.Calendars.Lunar;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class BirthdayTests
{
    /// <summary>Lunar birthdays 2020–2035: the day of the month counted from the first day that the Hong Kong Observatory gives.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(8, 15)]
    [InlineData(12, 29)]
    public void Read_LunarBirthday_FallsOnTheObservatorysDays(int month, int day)
    {
        var rule = Birthday.Read($"{month}-{day}", BirthdayCalendar.Lunar)!;

        var expected = ObservatoryTable
            .Read("lunar-months")
            .SelectMany(row => row.Entries)
            .Where(entry => entry.Split('=')[0].Equals($"{month}", StringComparison.Ordinal))
            .Select(entry => ObservatoryTable.Day(entry.Split('=')[1]).AddDays(day - 1));
        Assert.Equal(
            expected.Where(date => date < new DateOnly(2036, 1, 28)),
            Days(rule, new DateOnly(2020, 1, 25), new DateOnly(2036, 1, 28))
        );
    }

    /// <summary>The first month of 2024 has 29 days, that of 2025 has 30.</summary>
    [Theory]
    [InlineData(MissingDay.LastDay, "2024-03-09 2025-02-27")]
    [InlineData(MissingDay.NextDay, "2024-03-10 2025-02-27")]
    [InlineData(MissingDay.Skip, "2025-02-27")]
    public void Read_ThirtiethOfAShortLunarMonth_IsKeptAsThePolicySays(MissingDay missing, string days) =>
        AssertDays(days, Birthday.Read("1-30", BirthdayCalendar.Lunar, missing), 2024, 2025);

    /// <summary>The last months of the lunar years 2024 and 2025 have 29 days: the next day is new year.</summary>
    [Fact]
    public void Read_ThirtiethOfTheLastMonth_MovesIntoTheNextYear() =>
        AssertDays(
            "2024-02-09 2025-01-29 2026-02-17",
            Birthday.Read("12-30", BirthdayCalendar.Lunar, MissingDay.NextDay),
            2024,
            2026
        );

    [Theory]
    [InlineData(MissingDay.LastDay, "2023-02-28 2024-02-29 2025-02-28")]
    [InlineData(MissingDay.NextDay, "2023-03-01 2024-02-29 2025-03-01")]
    [InlineData(MissingDay.Skip, "2024-02-29")]
    public void Read_LeapDay_IsKeptAsThePolicySays(MissingDay missing, string days) =>
        AssertDays(days, Birthday.Read("1992-02-29", BirthdayCalendar.Solar, missing), 2023, 2025);

    /// <summary>2025 repeats the sixth month (2025-07-25), 2024 and 2026 do not.</summary>
    [Theory]
    [InlineData(LeapMonth.Own, "2024-07-10 2025-07-29 2026-07-18")]
    [InlineData(LeapMonth.Regular, "2024-07-10 2025-06-29 2026-07-18")]
    public void Read_BornInALeapMonth_IsKeptAsThePolicySays(LeapMonth leap, string days) =>
        AssertDays(days, Birthday.Read("leap 06-05", BirthdayCalendar.Lunar, leap: leap), 2024, 2026);

    [Fact]
    public void Read_BornInARegularMonth_IsNotKeptTwiceInALeapYear() =>
        AssertDays("2025-06-29", Birthday.Read("06-05", BirthdayCalendar.Lunar), 2025, 2025);

    /// <summary>2023-04-19 was the 29th of the leap second month.</summary>
    [Theory]
    [InlineData("1990-10-03", "2026-09-25")]
    [InlineData("2023-04-19", "2026-04-16")]
    public void Read_SolarBirthKeptByTheLunarCalendar_IsConverted(string born, string days) =>
        AssertDays(days, Birthday.Read(born, BirthdayCalendar.LunarOfSolar), 2026, 2026);

    [Theory]
    [InlineData("1990-05-17")]
    [InlineData("05-17")]
    [InlineData("5/17")]
    [InlineData("19900517")]
    [InlineData("1990.5.17")]
    [InlineData("1990-05-17T00:00:00")]
    [InlineData("1990-05-17 00:00:00")]
    public void Read_WaysOfWriting_AreTheSame(string text) =>
        AssertDays("2026-05-17", Birthday.Read(text, BirthdayCalendar.Solar), 2026, 2026);

    [Theory]
    [InlineData(null, BirthdayCalendar.Solar)]
    [InlineData("", BirthdayCalendar.Solar)]
    [InlineData("May 17", BirthdayCalendar.Solar)]
    [InlineData("1990-13-01", BirthdayCalendar.Solar)]
    [InlineData("1990-02-30", BirthdayCalendar.Solar)]
    [InlineData("leap 06-05", BirthdayCalendar.Solar)]
    [InlineData("08-31", BirthdayCalendar.Lunar)]
    [InlineData("05-17", BirthdayCalendar.LunarOfSolar)]
    [InlineData("1990-02-30", BirthdayCalendar.LunarOfSolar)]
    [InlineData("1890-02-03", BirthdayCalendar.LunarOfSolar)]
    [InlineData("-5-7", BirthdayCalendar.Solar)]
    [InlineData("99999-05-07", BirthdayCalendar.Solar)]
    public void Read_NoSuchDate_IsNull(string? text, BirthdayCalendar calendar) =>
        Assert.Null(Birthday.Read(text, calendar));

    private static void AssertDays(string expected, DayRule? rule, int first, int last) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Days(rule!, new DateOnly(first, 1, 1), new DateOnly(last + 1, 1, 1)).Select(day => $"{day:yyyy-MM-dd}")
            )
        );

    private static IEnumerable<DateOnly> Days(DayRule rule, DateOnly from, DateOnly until) =>
        Enumerable.Range(0, until.DayNumber - from.DayNumber).Select(from.AddDays).Where(rule.Falls);
}
