using Workflows.Marketing.Calendars.Lunar;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class LunarCalendarTests
{
    /// <summary>Every month of the lunar years 2020 to 2035, leap months included, begins when the Hong Kong Observatory says.</summary>
    [Fact]
    public void DayOf_MonthsOf2020To2035_EqualsTheHongKongObservatory()
    {
        foreach (var (year, entries) in ObservatoryTable.Read("lunar-months"))
        {
            foreach (var entry in entries.Select(entry => entry.Split('=')))
            {
                var month = int.Parse(entry[0].TrimEnd('L'), System.Globalization.CultureInfo.InvariantCulture);
                var first = new LunarDate(year, month, 1, entry[0].EndsWith('L'));
                var day = ObservatoryTable.Day(entry[1]);

                Assert.Equal(day, LunarCalendar.DayOf(first));
                Assert.Equal(first, LunarCalendar.Of(day));
            }
        }
    }

    [Fact]
    public void Of_EveryDayOf2020To2035_LeadsBackToTheDay()
    {
        for (var day = new DateOnly(2020, 1, 25); day < new DateOnly(2036, 1, 28); day = day.AddDays(1))
        {
            Assert.Equal(day, LunarCalendar.DayOf(LunarCalendar.Of(day)));
        }
    }

    [Theory]
    [InlineData(2020, 4)]
    [InlineData(2021, 0)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2028, 5)]
    [InlineData(2031, 3)]
    [InlineData(2033, 11)]
    public void LeapMonthOf_Year_IsTheMonthThatIsRepeated(int year, int month) =>
        Assert.Equal(month, LunarCalendar.LeapMonthOf(year));

    [Theory]
    [InlineData(2024, 1, 30, false)]
    [InlineData(2024, 13, 1, false)]
    [InlineData(2024, 4, 1, true)]
    [InlineData(2024, 4, 31, false)]
    [InlineData(2024, 4, 0, false)]
    [InlineData(2101, 1, 1, false)]
    [InlineData(1900, 1, 1, false)]
    public void DayOf_NoSuchDate_IsNull(int year, int month, int day, bool isLeap) =>
        Assert.Null(LunarCalendar.DayOf(new LunarDate(year, month, day, isLeap)));
}
