using FsCheck.Xunit;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Plays.Referral;

public sealed class CommissionProperties
{
    /// <summary>However payments and refunds are told — by parts, twice, in any order — what is owed is the rate's share of what is kept, to the cent.</summary>
    [Property(MaxTest = 60)]
    public async Task Settle_NewsInAnyOrder_ComesToTheShareOfWhatIsKept(int seed, byte count)
    {
        var random = new Random(seed);
        var rig = await ReferralRig.CreateAsync();
        var orders = Enumerable.Range(0, 1 + (count % 6)).Select(n => Whole(random, $"{n}")).ToList();
        var told = orders.SelectMany(Parts).ToArray();
        random.Shuffle(told);

        var known = new Dictionary<string, KnownOrder>(StringComparer.Ordinal);
        foreach (var part in told.Concat(told.Take(2)))
        {
            known[part.Number] = known.TryGetValue(part.Number, out var before) ? before.With(part) : part;
            await rig.SettleAsync(ReferralRig.Friend, [.. known.Values]);
        }

        var owed = orders.Sum(order => decimal.Round(order.Amount * 0.05m, 2, MidpointRounding.AwayFromZero));
        Assert.Equal(owed, await rig.OwedAsync(ReferralRig.Child));
        Assert.Equal(owed, await rig.OwedAsync(ReferralRig.Mum));
        Assert.Equal(0m, await rig.OwedAsync(ReferralRig.Grandma));
        Assert.Equal(0m, await rig.Ledger.SumAsync(1, default));
    }

    private static KnownOrder Whole(Random random, string number)
    {
        var amount = random.Next(0, 100_000) / 100m;
        decimal?[] refunds = random.Next(4) switch
        {
            0 => [null],
            1 => [1 + (random.Next(10_000) / 100m)],
            2 => [decimal.Round(amount / 3, 2) + 0.01m, 0.01m],
            _ => [],
        };
        return ReferralRig.Paid(number, amount, ReferralRig.June.AddMinutes(random.Next(10_000)), refunds);
    }

    private static IEnumerable<KnownOrder> Parts(KnownOrder order) =>
        order
            .Refunds.Select(refund => new KnownOrder(order.Source, order.Number) { Refunds = [refund] })
            .Prepend(order with { Refunds = [] });
}
