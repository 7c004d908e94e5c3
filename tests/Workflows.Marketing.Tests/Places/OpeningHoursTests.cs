using System.Globalization;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Tests.Places;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Hours = new(
        [
            new OpeningDay(DayOfWeek.Monday, [Span("09:00", "12:00"), Span("13:00", "18:00")]),
            new OpeningDay(DayOfWeek.Friday, [Span("20:00", "02:00")]),
            new OpeningDay(DayOfWeek.Sunday, [Span("00:00", "00:00")]),
        ],
        [
            new OpeningException(new DateOnly(2026, 3, 9), []),
            new OpeningException(new DateOnly(2026, 3, 10), [Span("10:00", "11:00")]),
        ]
    );

    [Theory]
    // Monday 2 March.
    [InlineData("2026-03-02T08:59:59+08:00", false)]
    [InlineData("2026-03-02T09:00:00+08:00", true)]
    [InlineData("2026-03-02T12:00:00+08:00", false)]
    [InlineData("2026-03-02T13:00:00+08:00", true)]
    [InlineData("2026-03-02T18:00:00+08:00", false)]
    // The same instant, written elsewhere.
    [InlineData("2026-03-02T01:00:00Z", true)]
    // Tuesday has no hours.
    [InlineData("2026-03-03T10:00:00+08:00", false)]
    // Friday evening goes on into Saturday.
    [InlineData("2026-03-06T19:59:59+08:00", false)]
    [InlineData("2026-03-06T23:59:59+08:00", true)]
    [InlineData("2026-03-07T01:59:59+08:00", true)]
    [InlineData("2026-03-07T02:00:00+08:00", false)]
    // All of Sunday.
    [InlineData("2026-03-08T00:00:00+08:00", true)]
    [InlineData("2026-03-08T23:59:59+08:00", true)]
    // A Monday that is closed, and a Tuesday that is open.
    [InlineData("2026-03-09T10:00:00+08:00", false)]
    [InlineData("2026-03-10T10:30:00+08:00", true)]
    public void IsOpen_AtAnInstant_IsAsTheHoursSay(string at, bool isOpen) =>
        Assert.Equal(
            isOpen,
            Hours.IsOpen(DateTimeOffset.Parse(at), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
        );

    [Fact]
    public void Always_AtAnyHourOfAWeek_IsOpen()
    {
        var monday = new DateTimeOffset(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);

        Assert.All(
            Enumerable.Range(0, 7 * 24),
            hour => Assert.True(OpeningHours.Always.IsOpen(monday.AddHours(hour), TimeZoneInfo.Utc))
        );
    }

    private static OpeningSpan Span(string from, string to) =>
        new(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
}
