using System.Globalization;
using Workflows.Marketing.Calendars;

namespace Workflows.Marketing.Tests.Calendars;

/// <summary>
/// The source is independent of the code: the conversion tables that the Hong Kong Observatory publishes, which rest on the
/// data of HM Nautical Almanac Office and the US Naval Observatory.
/// </summary>
public sealed class SolarTermsTests
{
    [Fact]
    public void DayOf_2020To2035_EqualsTheHongKongObservatory()
    {
        var table = ObservatoryTable.Read("solar-terms");

        Assert.Equal(Enumerable.Range(2020, 16), table.Select(row => row.Year));
        foreach (var (year, entries) in table)
        {
            var computed = Enum.GetValues<SolarTerm>()
                .Select(term => SolarTerms.DayOf(year, term).ToString("MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal($"{year} {string.Join(' ', entries)}", $"{year} {string.Join(' ', computed)}");
        }
    }

    /// <summary>Instants as the Observatory gives them: to the minute, and the one of our years that is nearest to midnight.</summary>
    [Theory]
    [InlineData(2019, SolarTerm.Lichun, "2019-02-04T11:14+08:00")]
    [InlineData(2021, SolarTerm.Dongzhi, "2021-12-21T23:59+08:00")]
    [InlineData(2022, SolarTerm.Lichun, "2022-02-04T04:51+08:00")]
    [InlineData(2022, SolarTerm.Chunfen, "2022-03-20T23:33+08:00")]
    [InlineData(2024, SolarTerm.Lichun, "2024-02-04T16:27+08:00")]
    [InlineData(2025, SolarTerm.Xiazhi, "2025-06-21T10:42+08:00")]
    public void InstantOf_Published_IsRightToTheMinute(int year, SolarTerm term, string published)
    {
        var instant = SolarTerms.InstantOf(year, term);

        Assert.InRange((instant - DateTimeOffset.Parse(published, CultureInfo.InvariantCulture)).TotalSeconds, -60, 60);
    }

    [Fact]
    public void On_EveryDayOfACentury_IsATermOnOneDayInFifteen()
    {
        var days = Enumerable
            .Range(0, 36524)
            .Select(number => new DateOnly(2000, 1, 1).AddDays(number))
            .Where(day => SolarTerms.On(day) is not null)
            .ToList();

        Assert.Equal(2400, days.Count);
        Assert.All(
            days.Zip(days.Skip(1)),
            pair => Assert.InRange(pair.Second.DayNumber - pair.First.DayNumber, 14, 16)
        );
    }

    [Fact]
    public void NameOf_EveryTerm_IsKnownInBothLanguages()
    {
        Assert.Equal("清明", SolarTerms.NameOf(SolarTerm.Qingming, isChinese: true));
        Assert.Equal("Winter Solstice", SolarTerms.NameOf(SolarTerm.Dongzhi, isChinese: false));
        Assert.Equal(
            48,
            Enum.GetValues<SolarTerm>()
                .SelectMany(term => new[] { SolarTerms.NameOf(term, true), SolarTerms.NameOf(term, false) })
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
    }
}
