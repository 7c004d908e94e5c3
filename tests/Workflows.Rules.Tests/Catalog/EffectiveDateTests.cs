using Microsoft.Extensions.Time.Testing;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tests.Catalog;

public sealed class EffectiveDateTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryRuleSetStore _store = new();

    [Theory]
    [InlineData("2026-06-17T15:59:59Z", 1)]
    [InlineData("2026-06-17T16:00:00Z", 2)]
    [InlineData("2026-06-20T15:59:59Z", 2)]
    [InlineData("2026-06-20T16:00:00Z", 1)]
    public async Task Get_DatedVersion_IsInForceFromMidnightToMidnightOfTheWorkspace(string at, int version)
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", null, null);
        await PublishAsync(catalog, "2", "2026-06-18", "2026-06-21");

        var known = await catalog.GetAsync("sale", Instant(at));
        var loaded = await Open().GetAsync("sale", Instant(at));

        Assert.Equal((version, version), (known!.Version, loaded!.Version));
    }

    [Fact]
    public async Task Get_SeveralInForce_IsTheNewest_AndNothingIsSeenBehindAnUndatedOne()
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", "2026-06-01", "2026-07-01");
        await PublishAsync(catalog, "2", "2026-06-10", "2026-06-20");
        Assert.Equal(2, (await catalog.GetAsync("sale", Instant("2026-06-15T00:00:00Z")))!.Version);
        Assert.Equal(1, (await catalog.GetAsync("sale", Instant("2026-06-25T00:00:00Z")))!.Version);
        Assert.Null(await catalog.GetAsync("sale", Instant("2026-08-01T00:00:00Z")));

        await PublishAsync(catalog, "3", null, null);

        Assert.Equal(3, (await catalog.GetAsync("sale", Instant("2026-06-15T00:00:00Z")))!.Version);
    }

    [Fact]
    public async Task Get_WithoutInstant_IsWhatTheClockSays()
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", null, null);
        await PublishAsync(catalog, "2", "2026-06-18T20:00:00+08:00", null);

        var before = await catalog.GetAsync("sale");
        _clock.Advance(TimeSpan.FromDays(20));
        var after = await catalog.GetAsync("sale");

        Assert.Equal((1, 2), (before!.Version, after!.Version));
        Assert.Equal(2, (await catalog.NewestAsync("sale"))!.Version);
    }

    [Fact]
    public async Task RollBack_PublishesTheOldTextAsTheNewest()
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", null, null);
        await PublishAsync(catalog, "2", null, null);

        var publication = await catalog.RollBackAsync("sale", 1);

        Assert.Equal(3, Assert.Single(publication!.RuleSets!).Version);
        var versions = await catalog.VersionsAsync("SALE");
        Assert.Equal([3, 2, 1], versions.Select(version => version.Version));
        Assert.Equal(versions[2].Json, versions[0].Json);
        Assert.Null(await catalog.RollBackAsync("sale", 9));
        Assert.Null(await catalog.RollBackAsync("none", 1));
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-20", "2026-06-15", null, RuleDiagnosticCodes.OverlappingVersions)]
    [InlineData("2026-06-01", "2026-06-20", "2026-06-25", null, RuleDiagnosticCodes.NoVersionInForce)]
    [InlineData("2026-06-01", "2026-06-20", "2026-06-20", "2026-06-30", RuleDiagnosticCodes.NoVersionInForce)]
    [InlineData("2026-06-01", "2026-06-20", "2026-06-20", null, null)]
    [InlineData(null, null, "2026-06-20", "2026-06-30", null)]
    [InlineData("2026-05-01", "2026-05-10", "2026-05-05", null, null)]
    public async Task Publish_OverlapsAndGaps_AreWarned(
        string? from,
        string? to,
        string? from2,
        string? to2,
        string? code
    )
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", from, to);

        var publication = await PublishAsync(catalog, "2", from2, to2);

        Assert.Equal(code is null ? [] : [code], publication.Diagnostics.Select(found => found.Code).Distinct());
        Assert.All(publication.Diagnostics, found => Assert.Equal(DiagnosticSeverity.Warning, found.Severity));
        Assert.All(
            publication.Diagnostics,
            found => Assert.NotEqual(found.Message, found.In(Language.Chinese).Message)
        );
    }

    [Theory]
    [InlineData("soon", null)]
    [InlineData(null, "2026-02-30")]
    [InlineData("2026-06-02", "2026-06-01")]
    [InlineData("2026-06-01", "2026-06-01")]
    public async Task Publish_PeriodThatIsNone_IsRefused(string? from, string? to)
    {
        var publication = await PublishAsync(Open(), "1", from, to);

        Assert.False(publication.Succeeded);
        Assert.Equal(RuleDiagnosticCodes.BadPeriod, Assert.Single(publication.Diagnostics).Code);
    }

    [Fact]
    public async Task Get_KnownRuleSet_AllocatesNothing()
    {
        var catalog = Open();
        await PublishAsync(catalog, "1", null, null);
        await PublishAsync(catalog, "2", "2026-06-18", "2026-06-21");
        var at = Instant("2026-06-19T00:00:00Z");
        _ = await catalog.GetAsync("sale", at);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1_000; turn++)
        {
            _ = await catalog.GetAsync("sale", at);
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000, "a look-up allocates");
    }

    private RuleSetCatalog Open() =>
        new(_store, new RulesEngineJudge(), _clock, RuleFiles.Shape) { TimeZone = Shanghai };

    private static Task<RuleSetPublication> PublishAsync(RuleSetCatalog catalog, string text, string? from, string? to)
    {
        var ruleSet = new RuleSet
        {
            Name = "sale",
            ValidFrom = from,
            ValidTo = to,
            Rules = [new Rule { Name = "r", Expression = $"contact.PaidOrderCount > {text}" }],
        };
        return catalog.PublishAsync(Workflows.Rules.Json.RuleSetWriter.Write(ruleSet));
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
