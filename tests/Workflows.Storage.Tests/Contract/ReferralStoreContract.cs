using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of distributions has to do.</summary>
public abstract class ReferralStoreContract : IAsyncLifetime
{
    protected const int Tenant = StoreRig.Tenant;
    protected const string Tea = "tea";
    protected static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    protected abstract IReferralStore Store { get; }

    protected abstract ILedger Ledger { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_Programs_AreFoundAndReplaced()
    {
        var tea = new ReferralProgram(Tea, 2, "内部价", "立减");
        await Store.SaveProgramAsync(Tenant, tea, default);
        await Store.SaveProgramAsync(Tenant, new ReferralProgram("coffee", 1, "a", "b") { IsOpen = false }, default);
        await Store.SaveProgramAsync(Tenant, tea with { Levels = 1 }, default);

        Assert.Equal(tea with { Levels = 1 }, await Store.FindProgramAsync(Tenant, Tea, default));
        Assert.Null(await Store.FindProgramAsync(Tenant, "milk", default));
        Assert.Null(await Store.FindProgramAsync(Tenant + 1, Tea, default));
        Assert.Equal(["coffee", Tea], (await Store.ProgramsAsync(Tenant, default)).Select(one => one.Name));
        Assert.False((await Store.FindProgramAsync(Tenant, "coffee", default))!.IsOpen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task Save_ProgramOfAnotherNumberOfLevels_IsRefused(int levels)
    {
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Store.SaveProgramAsync(Tenant, new ReferralProgram(Tea, levels, "a", "b"), default)
        );
        Assert.Null(await Store.FindProgramAsync(Tenant, Tea, default));
    }

    [Fact]
    public async Task Members_Line_EndsWithTheSecondAbove()
    {
        await FamilyAsync();

        var lines = await Store.LinesAsync(Tenant, Tea, [Person(4), Person(2), Person(1), Person(9)], default);
        Assert.Equal([Person(2), Person(4)], lines.Keys.Order());
        Assert.Equal((Person(3), Person(2)), (lines[Person(4)].Direct!.Id, lines[Person(4)].Indirect!.Id));
        Assert.Equal(Person(1), lines[Person(2)].Direct!.Id);
        Assert.Null(lines[Person(2)].Indirect);

        var page = await Store.ListMembersAsync(Tenant, Tea, Person(1), 2, default);
        Assert.Equal([Person(2), Person(3)], page.Select(one => one.Id));
        Assert.Empty(await Store.ListMembersAsync(Tenant, "coffee", null, 2, default));
    }

    [Fact]
    public async Task Members_AddedAgainOrPromoted_StayWhereTheyAre()
    {
        await FamilyAsync();
        var before = (await Store.FindMembersAsync(Tenant, Tea, [Person(4)], default))[0];

        await Store.AddMembersAsync(
            Tenant,
            Tea,
            [new ReferralMember(Person(4), Person(4), Person(1), Now, null) { JoinedBy = "other" }],
            default
        );
        Assert.Equal(before, (await Store.FindByContactsAsync(Tenant, Tea, [Person(4)], default))[Person(4)]);
        Assert.Null(before.DistributorSince);

        await Store.PromoteAsync(Tenant, Tea, Person(4), Now.AddDays(1), "p1", default);
        await Store.PromoteAsync(Tenant, Tea, Person(4), Now.AddDays(2), "p2", default);
        Assert.Equal(
            before with
            {
                DistributorSince = Now.AddDays(1),
                DistributorBy = "p1",
            },
            (await Store.FindMembersAsync(Tenant, Tea, [Person(4), Person(4)], default)).Single()
        );
    }

    [Fact]
    public async Task Members_BroughtBySomebodyWhoIsNotThere_AreRefused()
    {
        await FamilyAsync();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            Store.AddMembersAsync(
                Tenant,
                Tea,
                [new ReferralMember(Person(8), Person(8), Person(7), Now, null) { JoinedBy = "k" }],
                default
            )
        );
        Assert.Empty(await Store.FindMembersAsync(Tenant, Tea, [Person(8)], default));
    }

    [Fact]
    public async Task Tiers_OfSomeMembers_ComeInOrderOfTheirTime()
    {
        await FamilyAsync();
        DistributorTier[] all =
        [
            new(Person(1), Now, "silver", 10, 1234.56m, "k1"),
            new(Person(1), Now.AddDays(3), "gold", 50, 10_000m, "k2"),
            new(Person(2), Now, "starter", 0, 0m, "k3"),
        ];
        foreach (var tier in all.Reverse())
        {
            await Store.AddTierAsync(Tenant, Tea, tier, default);
        }

        await Store.AddTierAsync(Tenant, Tea, all[1] with { Orders = 51 }, default);

        Assert.Equal(
            [all[0], all[1] with { Orders = 51 }],
            await Store.TiersAsync(Tenant, Tea, [Person(1), Person(3)], default)
        );
    }

    [Fact]
    public async Task Post_CommissionsAndRefunds_StandInTheLedgerAndSumToZero()
    {
        await FamilyAsync();
        var (direct, indirect) = (Draft("1", ReferralLevel.Direct, 3), Draft("1", ReferralLevel.Indirect, 2));
        var first = new[]
        {
            direct.For(99.99m, "a"),
            indirect.For(99.99m, "a"),
            Draft("2", ReferralLevel.Direct, 3).For(10m, "a"),
        };
        Assert.True(await Store.PostAsync(Tenant, Tea, first, Now, default));

        Assert.Equal(
            first.OrderBy(one => (one.Number, one.Level)),
            (
                await Store.CommissionsAsync(Tenant, Tea, [("shop", "1"), ("shop", "2"), ("other", "1")], default)
            ).OrderBy(one => (one.Number, one.Level))
        );
        Assert.Equal(
            [(Person(2), 5.00m), (Person(3), 5.50m)],
            (await Store.BalancesAsync(Tenant, Tea, [Person(2), Person(3)], default))
                .OrderBy(pair => pair.Key)
                .Select(pair => (pair.Key, pair.Value))
        );

        Assert.True(await Store.PostAsync(Tenant, Tea, [first[0].For(0m, "b"), first[1].For(0m, "b")], Now, default));

        var owed = await Store.BalancesAsync(Tenant, Tea, [Person(2), Person(3)], default);
        Assert.Equal((0m, 0.50m), (owed[Person(2)], owed[Person(3)]));
        Assert.Equal(-0.50m, await Ledger.BalanceAsync(Tenant, CommissionBooks.CostOf(Tea), default));
        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
        Assert.Equal(
            new Standing(1, 10m),
            await Store.StandingAsync(Tenant, Tea, Person(3), Now.AddDays(-1), Now.AddDays(1), default)
        );
        Assert.Equal(
            default,
            await Store.StandingAsync(Tenant, Tea, Person(3), Now.AddTicks(1), Now.AddDays(1), default)
        );
        Assert.Equal(
            default,
            await Store.StandingAsync(Tenant, Tea, Person(2), Now.AddDays(-1), Now.AddDays(1), default)
        );
    }

    [Fact]
    public async Task Post_RevisionThatIsTaken_KeepsNothingOfTheBatch()
    {
        await FamilyAsync();
        var one = Draft("1", ReferralLevel.Direct, 3).For(100m, "a");
        Assert.True(await Store.PostAsync(Tenant, Tea, [one], Now, default));

        // Another was first with the order, and another with its refund.
        var fresh = Draft("2", ReferralLevel.Direct, 3).For(100m, "b");
        Assert.False(await Store.PostAsync(Tenant, Tea, [fresh, one], Now, default));
        Assert.True(await Store.PostAsync(Tenant, Tea, [one.For(50m, "c")], Now, default));
        Assert.False(await Store.PostAsync(Tenant, Tea, [fresh, one.For(20m, "d")], Now, default));

        Assert.Equal(
            one.For(50m, "c"),
            Assert.Single(await Store.CommissionsAsync(Tenant, Tea, [("shop", "1"), ("shop", "2")], default))
        );
        Assert.Equal(2.50m, (await Store.BalancesAsync(Tenant, Tea, [Person(3)], default))[Person(3)]);
        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
    }

    protected static Guid Person(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    protected static Commission Draft(string number, ReferralLevel level, int member) =>
        new("shop", number, level, Person(member), Now, "starter", 0.05m, "distributor-tiers", 1);

    /// <summary>1 brought 2, 2 brought 3, 3 brought 4, who is a customer only.</summary>
    protected async Task FamilyAsync()
    {
        await Store.SaveProgramAsync(Tenant, new ReferralProgram(Tea, 2, "a", "b"), default);
        await Store.AddMembersAsync(
            Tenant,
            Tea,
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(n => new ReferralMember(
                        Person(n),
                        Person(n),
                        n == 1 ? null : Person(n - 1),
                        Now,
                        n == 4 ? null : Now
                    )
                    {
                        JoinedBy = $"k{n}",
                        DistributorBy = n == 4 ? null : $"k{n}",
                    }),
            ],
            default
        );
    }
}
