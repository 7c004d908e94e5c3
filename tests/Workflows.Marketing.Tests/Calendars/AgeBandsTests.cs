using Workflows.Marketing.Calendars.Days;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class AgeBandsTests
{
    [Theory]
    [InlineData("0, 7, 13, 37", "0 7 13 37")]
    [InlineData("7", "7")]
    [InlineData("", null)]
    [InlineData("7, 0", null)]
    [InlineData("7, 7", null)]
    [InlineData("-1", null)]
    [InlineData("1201", null)]
    [InlineData("0,7,", null)]
    public void Read_Months_AscendOrAreNone(string text, string? edges) =>
        Assert.Equal(edges, AgeBands.Read(text) is { } bands ? string.Join(' ', bands.Edges) : null);

    /// <summary>The last day of a shorter month stands for the 29th to 31st.</summary>
    [Theory]
    [InlineData("2025-08-03", "2026-03-02", null)]
    [InlineData("2025-08-03", "2026-03-03", 7)]
    [InlineData("2025-08-03", "2026-03-04", null)]
    [InlineData("2025-07-31", "2026-02-28", 7)]
    [InlineData("2025-07-31", "2026-02-27", null)]
    [InlineData("2026-03-03", "2026-03-03", 0)]
    [InlineData("2026-03-03", "2026-03-02", null)]
    [InlineData("2025-08-03", "2026-04-03", null)]
    public void Begins_Day_IsTheFirstOfTheBand(string born, string day, int? begins)
    {
        var (birth, today) = (DateOnly.Parse(born, null), DateOnly.Parse(day, null));

        Assert.Equal(begins, AgeBands.Read("0, 7, 13, 37")!.Begins(birth, today));
    }
}
