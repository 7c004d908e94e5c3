using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Limits.Safety;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;
using static Workflows.Marketing.Tests.Limits.LimitBench;

namespace Workflows.Marketing.Tests.Limits;

/// <summary>The safe boundaries of communities are one pack, on until somebody says why not (S0-65).</summary>
public sealed class CommunitySafetyTests
{
    private readonly FakeTimeProvider _clock = new(At(5, 9));
    private readonly MemoryDecisionBook _book = new();
    private readonly LimitBench _bench = new();
    private readonly CommunitySafety _safety;

    public CommunitySafetyTests() => _safety = new CommunitySafety(_book, _clock, 1);

    [Fact]
    public async Task Read_NewWorkspace_IsOn()
    {
        Assert.True(await _safety.IsOnAsync(CancellationToken.None));
        Assert.True((await _safety.ReadAsync(CancellationToken.None)).IsOn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Switch_WithoutAReason_ChangesNothing(string? reason)
    {
        var (pack, diagnostics) = await _safety.SwitchAsync(isOn: false, reason, "root", CancellationToken.None);

        Assert.Null(pack);
        Assert.Equal(SafetyCodes.NoReason, Assert.Single(diagnostics).Code);
        Assert.Empty((await _safety.ReadAsync(CancellationToken.None)).Log);
    }

    [Fact]
    public async Task Switch_OffAndOn_KeepsWhoWhenAndWhy()
    {
        await SwitchAsync(false, "自有活动群");
        _clock.Advance(TimeSpan.FromHours(1));
        await SwitchAsync(false, "again");
        await SwitchAsync(true, "活动结束");

        Assert.Equal(
            [
                new DecisionLine("community-safety", 1, At(5, 9), "root", "off", "off") { Note = "自有活动群" },
                new DecisionLine("community-safety", 2, At(5, 10), "root", "on", "on") { Note = "活动结束" },
            ],
            (await _safety.ReadAsync(CancellationToken.None)).Log
        );
    }

    [Fact]
    public async Task Judge_FourthSopOfAGroup_WaitsOnlyWhileThePackIsOn()
    {
        var judge = new LimitJudge(
            _bench.Store,
            new LimitRuleBook(_bench.Catalog, _safety),
            new MemoryConsentLedger(_bench.Contacts),
            Shanghai
        );
        for (var sent = 0; sent < 3; sent++)
        {
            await judge.JudgeAsync([_bench.Sop()], At(5, 9), CancellationToken.None);
        }

        Assert.IsType<Verdict.Deferred>(await AskAsync());
        await SwitchAsync(false, "why not");
        Assert.IsType<Verdict.Allowed>(await AskAsync());
        await SwitchAsync(true, "better so");
        Assert.IsType<Verdict.Deferred>(await AskAsync());

        async Task<Verdict> AskAsync() =>
            Assert.Single(await judge.JudgeAsync([_bench.Sop()], At(5, 15), CancellationToken.None));
    }

    [Fact]
    public async Task Limits_PublishedOnes_LoseThoseOfThePackOnly()
    {
        var publication = await _bench.Catalog.PublishAsync(LimitRuleBook.Text());
        Assert.True(publication.Succeeded);
        var book = new LimitRuleBook(_bench.Catalog, _safety);
        var all = (await book.GetAsync(At(5, 9), CancellationToken.None)).Limits.Select(limit => limit.Code).ToList();

        await SwitchAsync(false, "why not");

        var left = (await book.GetAsync(At(5, 9), CancellationToken.None)).Limits.Select(limit => limit.Code);
        Assert.Equal(["bot_groups", "group_sop_daily"], all.Except(left).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_MiniProgramToAGroupByAnotherChannel_IsAMistakeOnlyWhileThePackIsOn()
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of(
                """
                Entry1 Marketing.ContactEvent eventTypes=["order.paid"] -> Say1
                Say1 Marketing.SendGroupMessage template=t group=g channel=wecom-robot miniProgram={} *
                """,
                ""
            )
        );
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null, _safety);

        Assert.True(await IsRefusedAsync());
        await SwitchAsync(false, "why not");
        Assert.False(await IsRefusedAsync());

        async Task<bool> IsRefusedAsync() =>
            (await check.CheckAsync(graph, CancellationToken.None)).Any(one =>
                one.Code is JourneyCodes.MiniProgramChannel
            );
    }

    [Fact]
    public async Task IsOn_SwitchedByAnotherProcess_IsKnownAfterAWhile()
    {
        var other = new CommunitySafety(_book, _clock, 1);
        Assert.True(await other.IsOnAsync(CancellationToken.None));
        await SwitchAsync(false, "why not");

        _clock.Advance(other.RefreshAfter);

        Assert.False(await other.IsOnAsync(CancellationToken.None));
    }

    private async Task SwitchAsync(bool isOn, string reason)
    {
        var (pack, _) = await _safety.SwitchAsync(isOn, reason, "root", CancellationToken.None);
        Assert.Equal(isOn, pack!.IsOn);
    }
}
