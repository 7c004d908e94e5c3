using Workflows.Marketing.Plays.Referral;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Tests.Plays.Referral;

public sealed class ReferralDeskTests
{
    [Fact]
    public async Task Bind_OnceForAll_ToADistributorAndNeverToOneself()
    {
        var rig = await ReferralRig.CreateAsync();
        var (one, other) = (ReferralRig.Person(10), ReferralRig.Person(11));

        Assert.Null((await BindAsync(rig, one, null)).Member);
        Assert.Null((await BindAsync(rig, one, other)).Member);
        Assert.Null((await BindAsync(rig, one, one)).Member);

        var bound = await BindAsync(rig, one, ReferralRig.Mum, "first");
        Assert.Equal((ReferralRig.Mum, true), (bound.Member!.ReferrerId!.Value, bound.IsNew));
        Assert.True((await BindAsync(rig, one, ReferralRig.Mum, "first")).IsNew);
        var again = await BindAsync(rig, one, ReferralRig.Grandma);
        Assert.Equal((ReferralRig.Mum, false), (again.Member!.ReferrerId!.Value, again.IsNew));

        // Whoever is above was there before: nobody is brought by whom they brought.
        Assert.Null((await BindAsync(rig, ReferralRig.Grandma, ReferralRig.Friend)).Member!.ReferrerId);
    }

    [Fact]
    public async Task Bind_ToACustomerWhoIsNoDistributor_DoesNothing()
    {
        var rig = await ReferralRig.CreateAsync();
        await BindAsync(rig, ReferralRig.Person(10), ReferralRig.Mum);

        Assert.Null((await BindAsync(rig, ReferralRig.Person(11), ReferralRig.Person(10))).Member);
    }

    [Fact]
    public async Task Join_ProgramThatIsClosedOrMissing_TakesNobody()
    {
        var rig = await ReferralRig.CreateAsync();
        await rig.Store.SaveProgramAsync(1, new ReferralProgram("tea", 2, "a", "b") { IsOpen = false }, default);

        Assert.Null((await JoinAsync(rig, "tea", ReferralRig.Person(10))).Member);
        Assert.False((await JoinAsync(rig, "tea", ReferralRig.Mum)).IsNew);
        var fault = await Assert.ThrowsAsync<FaultException>(() => JoinAsync(rig, "coffee", ReferralRig.Mum));
        Assert.Equal("NoProgram", fault.Code);
    }

    [Fact]
    public async Task Settle_OrderOfTheFourth_PaysTheThirdAndTheSecondOnly()
    {
        var rig = await ReferralRig.CreateAsync();

        var posted = await rig.SettleAsync(ReferralRig.Friend, ReferralRig.Paid("1", 199.90m, ReferralRig.June));

        Assert.Equal(
            [(ReferralLevel.Direct, ReferralRig.Child, 10.00m), (ReferralLevel.Indirect, ReferralRig.Mum, 10.00m)],
            posted.Select(one => (one.Level, one.MemberId, one.Amount))
        );
        Assert.Equal(0m, await rig.OwedAsync(ReferralRig.Grandma));
        Assert.Equal(0m, await rig.OwedAsync(ReferralRig.Friend));
        Assert.Equal(0m, await rig.Ledger.SumAsync(1, default));
    }

    [Fact]
    public async Task Settle_ProgramOfOneLevel_PaysOneWhateverTheJourneySays()
    {
        var rig = await ReferralRig.CreateAsync(levels: 1);

        var posted = await rig.SettleAsync(ReferralRig.Friend, ReferralRig.Paid("1", 100m, ReferralRig.June));

        Assert.Equal(ReferralRig.Child, Assert.Single(posted).MemberId);
    }

    [Fact]
    public async Task Settle_OrdersBeforeTheBond_EarnNobodyAnything()
    {
        var rig = await ReferralRig.CreateAsync();

        Assert.Empty(
            await rig.SettleAsync(ReferralRig.Friend, ReferralRig.Paid("1", 100m, ReferralRig.May.AddSeconds(-1)))
        );
        Assert.Empty(await rig.SettleAsync(ReferralRig.Grandma, ReferralRig.Paid("2", 100m, ReferralRig.June)));
        Assert.Empty(await rig.SettleAsync(ReferralRig.Person(99), ReferralRig.Paid("3", 100m, ReferralRig.June)));
    }

    [Fact]
    public async Task Settle_Refunds_TakeBackTheirShareAndAllOfItInTheEnd()
    {
        var rig = await ReferralRig.CreateAsync();
        await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("1", 100m, ReferralRig.June));
        Assert.Equal(5.00m, await rig.OwedAsync(ReferralRig.Grandma));

        // 66.67 are kept: 3.3335 is 3.33.
        var third = await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("1", 100m, ReferralRig.June, 33.33m));
        Assert.Equal((3.33m, -1.67m), (Assert.Single(third).Amount, third[0].Change));
        Assert.Empty(await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("1", 100m, ReferralRig.June, 33.33m)));

        await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("1", 100m, ReferralRig.June, 33.33m, 66.67m));
        Assert.Equal(0m, await rig.OwedAsync(ReferralRig.Grandma));
        Assert.Equal(0m, await rig.Ledger.SumAsync(1, default));
        Assert.Equal(
            [5.00m, 1.67m, 3.33m],
            (await rig.Ledger.ListAsync(1, CommissionBooks.Reference("tea", ReferralRig.Grandma), default)).Select(
                one => one.Moves[0].Amount
            )
        );
    }

    [Fact]
    public async Task Settle_RefundToldBeforeThePayment_ComesToTheSame()
    {
        var rig = await ReferralRig.CreateAsync();
        var refunded = ReferralRig.Paid("1", 0m, ReferralRig.June, 40m) with { PaidAt = null };
        Assert.Empty(await rig.SettleAsync(ReferralRig.Mum, refunded));

        await rig.SettleAsync(ReferralRig.Mum, refunded.With(ReferralRig.Paid("1", 100m, ReferralRig.June)));

        Assert.Equal(3.00m, await rig.OwedAsync(ReferralRig.Grandma));
    }

    [Fact]
    public async Task Settle_TurnThatIsDoneAgain_SaysTheSameAndPostsNothingTwice()
    {
        var rig = await ReferralRig.CreateAsync();
        var order = ReferralRig.Paid("1", 100m, ReferralRig.June);

        var first = await rig.SettleAsync("turn", ReferralRig.Friend, order);
        var second = await rig.SettleAsync("turn", ReferralRig.Friend, order);

        Assert.Equal(first, second);
        Assert.Equal(5.00m, await rig.OwedAsync(ReferralRig.Child));
    }

    [Fact]
    public async Task Review_TierChange_HoldsForOrdersPaidFromItsDateOn()
    {
        var rig = await ReferralRig.CreateAsync();
        for (var n = 0; n < 10; n++)
        {
            await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid($"m{n}", 100m, ReferralRig.May.AddDays(n)));
        }

        var july = ReferralRig.June.AddMonths(1);
        var review = await rig.ReviewAsync(ReferralRig.Grandma, july, ReferralRig.June, "review");
        Assert.Equal(("starter", "silver", 1), (review!.Before.Tier, review.After.Tier, review.Direction));
        Assert.Equal(review, await rig.ReviewAsync(ReferralRig.Grandma, july, ReferralRig.June, "review"));

        var late = await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("a", 100m, july.AddTicks(-1)));
        var next = await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("b", 100m, july));
        Assert.Equal((5.00m, 8.00m), (late[0].Amount, next[0].Amount));

        // A refund takes back what was given, at the rate of the order's day.
        await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("a", 100m, july.AddTicks(-1), 50m));
        Assert.Equal(50.00m + 2.50m + 8.00m, await rig.OwedAsync(ReferralRig.Grandma));
    }

    [Fact]
    public async Task Review_OrdersRefundedSince_BringTheTierDown()
    {
        var rig = await ReferralRig.CreateAsync();
        for (var n = 0; n < 10; n++)
        {
            await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid($"m{n}", 100m, ReferralRig.May.AddDays(n)));
        }

        await rig.ReviewAsync(ReferralRig.Grandma, ReferralRig.June, ReferralRig.June);
        await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid("m3", 100m, ReferralRig.May.AddDays(3), [null]));

        var review = await rig.ReviewAsync(
            ReferralRig.Grandma,
            ReferralRig.June.AddDays(1),
            ReferralRig.June.AddDays(1)
        );
        Assert.Equal(("starter", -1, 9), (review!.After.Tier, review.Direction, review.Standing.Orders));
        Assert.Null(await rig.ReviewAsync(ReferralRig.Person(99), ReferralRig.June, ReferralRig.June));
    }

    [Fact]
    public async Task Settle_RuleSetWithDates_PaysByTheVersionOfTheOrdersDay()
    {
        var rig = await ReferralRig.CreateAsync();
        var shipped = Tests.Journeys.ShippedJourney.Read("rules", ReferralRig.Rates, "rules.json");
        await rig.PublishAsync(
            shipped
                .Replace("\"0.05\"", "\"0.06\"", StringComparison.Ordinal)
                .Replace(
                    "\"Inputs\":",
                    "\"ValidFrom\": \"2026-06-18\", \"ValidTo\": \"2026-06-21\", \"Inputs\":",
                    StringComparison.Ordinal
                )
        );

        var sale = new DateTimeOffset(2026, 6, 18, 0, 0, 0, TimeSpan.Zero);
        foreach (var (at, amount) in new[] { (sale.AddTicks(-1), 5m), (sale, 6m), (sale.AddDays(3), 5m) })
        {
            var posted = await rig.SettleAsync(ReferralRig.Mum, ReferralRig.Paid($"{at:O}", 100m, at));
            Assert.Equal(amount, posted[0].Amount);
        }
    }

    private static Task<ReferralAdmission> BindAsync(ReferralRig rig, Guid one, Guid? by, string? key = null) =>
        rig.Desk.BindAsync("tea", one, by, ReferralRig.June, key ?? rig.Key(), default);

    private static Task<ReferralAdmission> JoinAsync(ReferralRig rig, string program, Guid one) =>
        rig.Desk.JoinAsync(program, one, ReferralRig.June, rig.Key(), default);
}
