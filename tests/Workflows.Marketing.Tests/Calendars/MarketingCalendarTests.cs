using Workflows.Marketing.Calendars;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class MarketingCalendarTests
{
    private static readonly MarketingCalendar Standard = MarketingCalendar.Standard;

    /// <summary>Days of 2026 as printed calendars have them.</summary>
    [Theory]
    [InlineData("spring-festival-eve", "2026-02-16")]
    [InlineData("spring-festival", "2026-02-17")]
    [InlineData("lantern", "2026-03-03")]
    [InlineData("tomb-sweeping", "2026-04-05")]
    [InlineData("dragon-boat", "2026-06-19")]
    [InlineData("qixi", "2026-08-19")]
    [InlineData("mid-autumn", "2026-09-25")]
    [InlineData("double-ninth", "2026-10-18")]
    [InlineData("mothers", "2026-05-10")]
    [InlineData("fathers", "2026-06-21")]
    [InlineData("double-11", "2026-11-11")]
    [InlineData("term-dongzhi", "2026-12-22")]
    [InlineData("laba", "2026-01-26")]
    public void Falls_StandardDay_IsOnThePrintedDay(string code, string day)
    {
        var found = Enumerable
            .Range(0, 365)
            .Select(new DateOnly(2026, 1, 1).AddDays)
            .Where(date => Standard.Falls(Standard.Find(code)!, date));

        Assert.Equal(ObservatoryTable.Day(day), Assert.Single(found));
    }

    /// <summary>国办发明电〔2025〕7号: worked weekend days and days off of 2026; years that are not announced have weekends.</summary>
    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2026-10-01", false)]
    [InlineData("2031-10-01", true)]
    [InlineData("2031-10-04", false)]
    public void IsWorkday_StatutoryDays_AreAsAnnounced(string day, bool isWorkday) =>
        Assert.Equal(isWorkday, Standard.IsWorkday(ObservatoryTable.Day(day)));

    [Fact]
    public void On_Day_NamesAllThatFallOnIt() =>
        Assert.Equal(["tomb-sweeping", "term-qingming"], Standard.On(new DateOnly(2026, 4, 5)).Select(day => day.Code));

    [Fact]
    public void Write_Standard_IsReadBack()
    {
        var (again, diagnostics) = MarketingCalendarJson.Read(MarketingCalendarJson.Write(Standard));

        Assert.Empty(diagnostics);
        Assert.Equal(Standard.Days, again!.Days);
        Assert.Equivalent(Standard.Holidays, again.Holidays, strict: true);
    }

    [Theory]
    [InlineData("[]", "CAL001")]
    [InlineData("null", "CAL001")]
    [InlineData("""{"days":[{"code":"a"}]}""", "CAL001")]
    [InlineData("""{"days":[],"months":[]}""", "CAL001")]
    [InlineData("""{"days":[{"code":"a","family":"other","zh":"一","en":"a","falls":"01-01"}]}""", "CAL001")]
    [InlineData(
        """{"days":[{"code":"A b","family":"custom","zh":"一","en":"a","falls":"01-01"}]}""",
        "CAL003 $.days[0].code"
    )]
    [InlineData(
        """{"days":[{"code":"term-a","family":"custom","zh":"一","en":"a","falls":"01-01"}]}""",
        "CAL003 $.days[0].code"
    )]
    [InlineData(
        """{"days":[{"code":"a","family":"custom","zh":"一","en":"a","falls":"someday"}]}""",
        "CAL005 $.days[0].falls"
    )]
    [InlineData("""{"days":[{"code":"a","family":"custom","zh":"","en":"a","falls":"01-01"}]}""", "CAL006 $.days[0]")]
    [InlineData(
        """{"days":[{"code":"a","family":"custom","zh":"一","en":"a","falls":"01-01"},{"code":"a","family":"custom","zh":"二","en":"b","falls":"01-02"}]}""",
        "CAL004 $.days[1].code"
    )]
    public void Read_Mistakes_AreSaidWithTheirPlace(string json, string mistake)
    {
        var (calendar, diagnostics) = MarketingCalendarJson.Read(json);

        Assert.Null(calendar);
        var found = Assert.Single(diagnostics);
        Assert.StartsWith(mistake, $"{found.Code} {found.Path}", StringComparison.Ordinal);
    }
}
