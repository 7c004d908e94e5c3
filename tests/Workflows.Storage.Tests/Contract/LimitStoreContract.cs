using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of limits has to do, seen through the judge that uses it.</summary>
public abstract class LimitStoreContract : IAsyncLifetime
{
    protected static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(8));

    protected abstract ILimitStore Store { get; }

    private LimitJudge Judge =>
        new(Store, new LimitRuleBook(Catalog()), new MemoryConsentLedger(new MemoryContactStore()), Shanghai);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Judge_ManyAtOnceForOneGroup_LetsThreePass()
    {
        var verdicts = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n => Task.Run(() => Judge.JudgeAsync([Sop($"m{n}")], Noon, CancellationToken.None)))
        );

        Assert.Equal(3, verdicts.Count(one => one[0] is Verdict.Allowed));
        Assert.Equal(37, verdicts.Count(one => one[0] is Verdict.Deferred { Code: "group_sop_daily" }));
    }

    [Fact]
    public async Task Judge_BatchesThatShareGroupsInAnyOrder_NeverWaitInACircle()
    {
        var groups = Enumerable.Range(0, 20).Select(n => $"g{n}").ToArray();

        var allowed = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(batch =>
                    Task.Run(async () =>
                    {
                        var order = batch % 2 == 0 ? groups : groups.Reverse();
                        LimitedSend[] sends = [.. order.Select(group => Sop($"{batch}-{group}", group))];
                        var verdicts = await Judge.JudgeAsync(sends, Noon, CancellationToken.None);
                        return sends.Zip(verdicts).Where(pair => pair.Second is Verdict.Allowed).ToArray();
                    })
                )
        );

        Assert.All(
            allowed.SelectMany(pairs => pairs).GroupBy(pair => pair.First.Group, StringComparer.Ordinal),
            group => Assert.Equal(3, group.Count())
        );
    }

    [Fact]
    public async Task Judge_SameMessageFromManySides_IsCountedOnce()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => Task.Run(() => Judge.JudgeAsync([Sop("same")], Noon, CancellationToken.None)))
        );

        var verdicts = await Judge.JudgeAsync([Sop("a"), Sop("b"), Sop("c")], Noon, CancellationToken.None);

        Assert.Equal([true, true, false], verdicts.Select(verdict => verdict is Verdict.Allowed));
    }

    [Fact]
    public async Task Close_UnsentMessage_GivesItsPlaceBackOnce()
    {
        await Judge.JudgeAsync([Sop("a"), Sop("b"), Sop("c")], Noon, CancellationToken.None);
        MessageSettlement.Ended[] unsent = [new(StoreRig.Tenant, "b", Noon, SendOutcome.NotAFriend)];

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Judge.CloseAsync(unsent, CancellationToken.None)))
        );

        var verdicts = await Judge.JudgeAsync([Sop("d"), Sop("e")], Noon, CancellationToken.None);
        Assert.Equal([true, false], verdicts.Select(verdict => verdict is Verdict.Allowed));
    }

    [Theory]
    [InlineData(SendOutcome.Sent)]
    [InlineData(SendOutcome.Failed)]
    [InlineData(SendOutcome.QuotaReached)]
    public async Task Close_MessageThatMayHaveArrived_StaysCounted(SendOutcome outcome)
    {
        await Judge.JudgeAsync([Sop("a"), Sop("b"), Sop("c")], Noon, CancellationToken.None);

        await Judge.CloseAsync([new(StoreRig.Tenant, "b", Noon, outcome)], CancellationToken.None);

        Assert.Empty(await Store.FindAsync([new(StoreRig.Tenant, "b")], CancellationToken.None));
        var verdict = await Judge.JudgeAsync([Sop("d")], Noon, CancellationToken.None);
        Assert.IsType<Verdict.Deferred>(verdict[0]);
    }

    [Fact]
    public async Task Change_ThatThrows_ChangesNothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.ChangeAsync<int>(
                new LimitRequest([new(StoreRig.Tenant, "group_sop_daily", "g")], []),
                _ => throw new InvalidOperationException(),
                CancellationToken.None
            )
        );

        var verdicts = await Judge.JudgeAsync([Sop("a"), Sop("b"), Sop("c"), Sop("d")], Noon, CancellationToken.None);
        Assert.Equal(3, verdicts.Count(verdict => verdict is Verdict.Allowed));
    }

    [Fact]
    public async Task Find_MoneyAndOddNames_ComeBackAsTheyWere()
    {
        var gift = Sop("gift \"1\"", "group 'é' 一") with { Subsidy = 0.1234567890123456789m, Kind = "offer" };
        await Judge.JudgeAsync([gift], Noon, CancellationToken.None);

        var held = Assert.Single(await Store.FindAsync([gift.Id], CancellationToken.None));

        var hold = Assert.Single(held.Holds);
        Assert.Equal(
            ("subsidy_budget", "care", 0.1234567890123456789m, 0m),
            (hold.Code, hold.Scope, hold.Mark.Used, hold.Mark.Among)
        );
    }

    [Fact]
    public async Task Hits_OfADay_AddUpByLimit()
    {
        for (var round = 0; round < 3; round++)
        {
            await Judge.JudgeAsync([Sop($"{round}a"), Sop($"{round}b")], Noon, CancellationToken.None);
        }

        var hits = await Store.HitsAsync(StoreRig.Tenant, new DateOnly(2026, 1, 5), CancellationToken.None);

        var day = new DateOnly(2026, 1, 5);
        Assert.Equal([new LimitHits(StoreRig.Tenant, day, "group_sop_daily", 3, 0)], hits);
        Assert.Empty(await Store.HitsAsync(StoreRig.Tenant, day.AddDays(1), CancellationToken.None));
        Assert.Empty(await Store.HitsAsync(StoreRig.Tenant + 1, day, CancellationToken.None));
    }

    [Fact]
    public async Task Forget_WhatIsOver_IsGoneAndTheRestCountsOn()
    {
        await Judge.JudgeAsync([Sop("old", "g1")], Noon, CancellationToken.None);
        await Judge.JudgeAsync([Sop("new", "g2")], Noon.AddDays(3), CancellationToken.None);

        var gone = await Store.ForgetAsync(Noon.AddDays(2), 100, CancellationToken.None);

        Assert.Equal(2, gone);
        var verdicts = await Judge.JudgeAsync(
            [Sop("a", "g2"), Sop("b", "g2"), Sop("c", "g2")],
            Noon.AddDays(3),
            CancellationToken.None
        );
        Assert.Equal(2, verdicts.Count(verdict => verdict is Verdict.Allowed));
    }

    protected static RuleSetCatalog Catalog() =>
        new(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System) { Uses = RuleSetUses.All };

    protected static LimitedSend Sop(string key, string group = "g") =>
        new()
        {
            Id = new MessageKey(StoreRig.Tenant, key),
            Carrier = "Group",
            Purpose = "marketing",
            Kind = "sop",
            Journey = "care",
            Group = group,
        };
}
