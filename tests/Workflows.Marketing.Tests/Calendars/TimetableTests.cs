using Workflows.Marketing.Calendars.Times;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class TimetableTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Urumqi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Urumqi");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Next_TwoZonesAndTwoSlots_GoesThroughAllOfThem()
    {
        var timetable = new Timetable([Slot.Read("08:00 a")!, Slot.Read("15:00 b")!], [Shanghai, Urumqi]);

        Assert.Equal(
            [
                "00:00 Asia/Shanghai 08:00 a",
                "02:00 Asia/Urumqi 08:00 a",
                "07:00 Asia/Shanghai 15:00 b",
                "09:00 Asia/Urumqi 15:00 b",
            ],
            Play(timetable, new DateTimeOffset(2026, 1, 1, 23, 0, 0, TimeSpan.Zero), 4)
        );
    }

    /// <summary>On 2026-03-29 Berlin's clocks go from 02:00 to 03:00; on 2026-10-25 from 03:00 to 02:00.</summary>
    [Theory]
    [InlineData("2026-03-28", "01:30")]
    [InlineData("2026-03-29", "01:00")]
    [InlineData("2026-03-30", "00:30")]
    [InlineData("2026-10-24", "00:30")]
    [InlineData("2026-10-25", "00:30")]
    [InlineData("2026-10-26", "01:30")]
    public void At_ClockChange_ComesOnceADay(string day, string utc)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var timetable = new Timetable([Slot.Read("02:30")!], [Berlin]);

        var next = timetable.Next(DayTime.At(on, TimeOnly.MinValue, Berlin))!.Value;

        Assert.Equal($"{day} {utc}", $"{next.UtcDateTime:yyyy-MM-dd HH:mm}");
        Assert.Equal(on, Assert.Single(timetable.At(next)).Day);
        Assert.Equal(on.AddDays(1), Assert.Single(timetable.At(timetable.Next(next)!.Value)).Day);
    }

    [Fact]
    public void Next_WithoutSlots_IsNever() =>
        Assert.Null(new Timetable([], [Shanghai]).Next(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("08:00 breakfast", true)]
    [InlineData(" 8:05 x", true)]
    [InlineData("24:00 x", false)]
    [InlineData("8 x", false)]
    [InlineData("", false)]
    public void Read_Slot_NeedsATime(string line, bool isSlot) => Assert.Equal(isSlot, Slot.Read(line) is not null);

    private static List<string> Play(Timetable timetable, DateTimeOffset from, int count)
    {
        List<string> found = [];
        while (found.Count < count && timetable.Next(from) is { } next)
        {
            from = next;
            found.AddRange(timetable.At(next).Select(one => $"{next.UtcDateTime:HH:mm} {one.Zone.Id} {one.Slot.Name}"));
        }

        return found;
    }
}
