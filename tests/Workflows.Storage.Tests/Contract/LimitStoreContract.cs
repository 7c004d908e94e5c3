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

    /// <summary>S2-17: as long as a second message about a product would be stopped, it is not chosen; for nobody else, and no other product.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public async Task Resting_ProductThatWasTold_RestsSixWholeDays(int days, bool rests)
    {
        var (own, other) = (Guid.CreateVersion7(Noon), Guid.CreateVersion7(Noon.AddMilliseconds(1)));
        var told = new LimitedSend
        {
            Id = new MessageKey(1, "told"),
            Carrier = "Private",
            Channel = "wecom",
            Purpose = "marketing",
            Kind = "offer",
            Contact = own.ToString("N"),
            Product = "spring tea",
        };
        await Judge.JudgeAsync([told], Noon, CancellationToken.None);
        var resting = new RestingProducts(Store, new LimitRuleBook(Catalog()), Shanghai);

        Task<IReadOnlySet<string>> FindAsync(int tenant, Guid contact) =>
            resting.FindAsync(tenant, contact, "wecom", ["pot", "spring tea"], Noon.AddDays(days), default);

        Assert.Equal(rests ? ["spring tea"] : [], await FindAsync(1, own));
        Assert.Empty(await FindAsync(1, other));
        Assert.Empty(await FindAsync(2, own));
    }

    [Fact]
    public async Task Judge_WhatIsSaidInAGroupAndPutIntoItsSidebar_IsThreeTogether()
    {
        LimitedSend[] sends =
        [
            Sop("breakfast"),
            Sop("flash") with
            {
                Carrier = "Sidebar",
            },
            Sop("evening") with
            {
                Carrier = "Sidebar",
            },
            Sop("night"),
            Sop("late") with
            {
                Carrier = "Sidebar",
            },
        ];

        var verdicts = await Judge.JudgeAsync(sends, Noon, CancellationToken.None);

        Assert.Equal([true, true, true, false, false], verdicts.Select(verdict => verdict is Verdict.Allowed));
        Assert.All(
            verdicts.Skip(3),
            verdict => Assert.Equal("group_sop_daily", Assert.IsType<Verdict.Deferred>(verdict).Code)
        );
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

    [Theory]
    [InlineData("group_sop_daily", 3, true)]
    [InlineData("staff_sales_moments_daily", 3, true)]
    [InlineData("wecom_contact_monthly", 31, true)]
    [InlineData("wecom_group_monthly", 31, true)]
    [InlineData("contact_daily", 1, true)]
    [InlineData("sms_daily", 50, false)]
    [InlineData("product_repeat", 1, false)]
    [InlineData("wecom_remind_daily", 3, true)]
    [InlineData("wecom_robot_minute", 20, true)]
    [InlineData("wecom_member_minute", 30, true)]
    [InlineData("bot_groups", 200, false)]
    public async Task Judge_OneMoreThanALimit_IsStoppedAndNoneBefore(string code, int most, bool isDeferred)
    {
        LimitedSend[] sends = [.. Enumerable.Range(0, most + 1).Select(n => Sample(code, $"{code}-{n}"))];

        var verdicts = await Judge.JudgeAsync(sends, Noon, CancellationToken.None);

        Assert.All(verdicts.Take(most), verdict => Assert.IsType<Verdict.Allowed>(verdict));
        if (isDeferred)
        {
            Assert.Equal(code, Assert.IsType<Verdict.Deferred>(verdicts[most]).Code);
        }
        else
        {
            Assert.Equal(new Verdict.Dropped(code), verdicts[most]);
        }
    }

    [Fact]
    public async Task Judge_ThousandMessagesToAMemberWithinAnHour_AreAllAndNotOneMore()
    {
        for (var minute = 0; minute < 34; minute++)
        {
            var count = minute == 33 ? 11 : 30;
            var verdicts = await Judge.JudgeAsync(
                [.. Enumerable.Range(0, count).Select(n => Sample("wecom_member_hour", $"{minute}-{n}"))],
                Noon.AddMinutes(minute),
                CancellationToken.None
            );

            Assert.Equal(minute == 33 ? 10 : 30, verdicts.Count(verdict => verdict is Verdict.Allowed));
            Assert.All(
                verdicts.Where(verdict => verdict is not Verdict.Allowed),
                verdict => Assert.Equal(new Verdict.Deferred(Noon.AddHours(1), "wecom_member_hour"), verdict)
            );
        }
    }

    [Fact]
    public async Task Judge_FourMarketingMessagesOfAWeek_AreAllUntilMonday()
    {
        var verdicts = new List<Verdict>();
        for (var day = 0; day < 5; day++)
        {
            verdicts.AddRange(await Judge.JudgeAsync([Person($"{day}")], Noon.AddDays(day), CancellationToken.None));
        }

        var monday = new DateTimeOffset(2026, 1, 12, 8, 0, 0, TimeSpan.FromHours(8));
        Assert.All(verdicts.Take(4), verdict => Assert.IsType<Verdict.Allowed>(verdict));
        Assert.Equal(new Verdict.Deferred(monday, "contact_weekly"), verdicts[4]);
    }

    [Fact]
    public async Task Judge_OnePlaceLeft_GoesToTheJourneyOfHigherPriority()
    {
        LimitedSend[] sends =
        [
            Person("low"),
            Person("high") with
            {
                Priority = 9,
            },
            Person("higher") with
            {
                Priority = 10,
            },
        ];

        var verdicts = await Judge.JudgeAsync(sends, Noon, CancellationToken.None);

        Assert.Equal([false, false, true], verdicts.Select(verdict => verdict is Verdict.Allowed));
    }

    [Theory]
    [InlineData(21, 59, true)]
    [InlineData(22, 0, false)]
    [InlineData(7, 59, false)]
    [InlineData(8, 0, true)]
    public async Task Judge_QuietHours_BeginAt22AndEndAt8(int hour, int minute, bool passes)
    {
        var at = new DateTimeOffset(2026, 1, 5, hour, minute, 0, TimeSpan.FromHours(8));
        var morning = new DateTimeOffset(2026, 1, hour < 8 ? 5 : 6, 8, 0, 0, TimeSpan.FromHours(8));

        var verdicts = await Judge.JudgeAsync(
            [Person("a"), Person("b", "bob") with { Purpose = "service" }],
            at,
            CancellationToken.None
        );

        Assert.Equal(passes ? Verdict.Allowed.Instance : new Verdict.Deferred(morning, "quiet_hours"), verdicts[0]);
        Assert.IsType<Verdict.Allowed>(verdicts[1]);
    }

    [Fact]
    public async Task Judge_PromotionsOfACustomer_AreHalfAtMostWithTwoFree()
    {
        LimitedSend Offer(string key) => Person(key) with { Kind = "offer", Purpose = "service" };
        LimitedSend Care(string key) => Person(key) with { Purpose = "service" };

        var verdicts = await Judge.JudgeAsync(
            [Offer("1"), Offer("2"), Offer("3"), Care("4"), Care("5"), Offer("6"), Care("7"), Offer("8"), Offer("9")],
            Noon,
            CancellationToken.None
        );

        // The third of three and the third of five are too many; three of six are a half.
        Assert.Equal(
            [true, true, false, true, true, false, true, true, false],
            verdicts.Select(verdict => verdict is Verdict.Allowed)
        );
        var free = new DateTimeOffset(2026, 1, 19, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(new Verdict.Deferred(free, "promo_ratio"), verdicts[8]);
    }

    [Fact]
    public async Task Judge_SameProduct_WaitsForSixWholeDays()
    {
        LimitedSend Milk(string key, string contact = "ann") =>
            Person(key, contact) with
            {
                Product = "milk",
                Purpose = "service",
            };
        await Judge.JudgeAsync([Milk("first")], Noon, CancellationToken.None);
        var last = new DateTimeOffset(2026, 1, 11, 23, 50, 0, TimeSpan.FromHours(8));

        var late = await Judge.JudgeAsync([Milk("late"), Milk("bob", "bob")], last, CancellationToken.None);
        var later = await Judge.JudgeAsync([Milk("later")], last.AddMinutes(10), CancellationToken.None);

        Assert.Equal([new Verdict.Dropped("product_repeat"), Verdict.Allowed.Instance], late);
        Assert.IsType<Verdict.Allowed>(later[0]);
    }

    [Fact]
    public async Task Judge_Budget_IsSpentToTheLastCentAndNoFurther()
    {
        LimitedSend Gift(string key, decimal subsidy) =>
            Person(key) with
            {
                Purpose = "service",
                Subsidy = subsidy,
                Budget = 100,
            };

        var verdicts = await Judge.JudgeAsync(
            [Gift("a", 60.01m), Gift("b", 40m), Gift("c", 39.99m), Gift("d", 0.01m)],
            Noon,
            CancellationToken.None
        );

        Assert.Equal([true, false, true, false], verdicts.Select(verdict => verdict is Verdict.Allowed));
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), verdicts[3]);
    }

    [Fact]
    public async Task Uses_OfALimit_AreWhatCountsNowScopeByScope()
    {
        await Judge.JudgeAsync(
            [Sop("a", "g2"), Sop("b", "g1"), Sop("c", "g1"), Sop("d", "g3")],
            Noon,
            CancellationToken.None
        );
        await Judge.JudgeAsync([Sop("e", "g3")], Noon.AddDays(1), CancellationToken.None);
        var limit = LimitRuleBook.Shipped.Limits.Single(one => one.Code is "group_sop_daily");
        var uses = new LimitUses(Store, Shanghai);

        var (first, next) = await uses.ListAsync(StoreRig.Tenant, limit, null, 2, Noon, CancellationToken.None);
        var (rest, end) = await uses.ListAsync(StoreRig.Tenant, limit, next, 2, Noon, CancellationToken.None);
        var (tomorrow, _) = await uses.ListAsync(
            StoreRig.Tenant,
            limit,
            null,
            9,
            Noon.AddDays(1),
            CancellationToken.None
        );

        var midnight = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal([new LimitUse("g1", 2, 0, midnight), new LimitUse("g2", 1, 0, midnight)], first);
        Assert.Equal(("g2", null, "g3"), (next, end, Assert.Single(rest).Scope));
        Assert.Equal([("g3", 1m)], tomorrow.Select(use => (use.Scope, use.Used)));
        Assert.Empty((await uses.ListAsync(2, limit, null, 9, Noon, CancellationToken.None)).Uses);
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

    private static LimitedSend Person(string key, string contact = "ann") =>
        new()
        {
            Id = new MessageKey(StoreRig.Tenant, key),
            Carrier = "Private",
            Purpose = "marketing",
            Journey = "care",
            Contact = contact,
        };

    /// <summary>A message that one limit counts, and no other stops.</summary>
    private static LimitedSend Sample(string code, string key)
    {
        var service = Person(key) with { Purpose = "service" };
        return code switch
        {
            "group_sop_daily" => Sop(key),
            "staff_sales_moments_daily" => service with
            {
                Carrier = "Moments",
                Kind = "sales",
                Contact = null,
                Staff = "li",
            },
            "wecom_contact_monthly" => service with { Channel = "wecom" },
            "wecom_group_monthly" => service with { Carrier = "Group", Channel = "wecom", Contact = null, Group = "g" },
            "contact_daily" => Person(key),
            "sms_daily" => service with { Carrier = "Sms" },
            "product_repeat" => service with { Product = "milk" },
            "wecom_remind_daily" => service with { Carrier = "StaffTask", Kind = "remind", Contact = null, Task = "t" },
            "wecom_robot_minute" => service with { Channel = "wecom-robot", Contact = null, Sender = "wecom-robot" },
            "wecom_member_minute" or "wecom_member_hour" => service with
            {
                Channel = "wecom-app",
                Contact = null,
                Staff = "li",
            },
            "bot_groups" => service with { Kind = "bot-group", Contact = null, Sender = "bot" },
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
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
