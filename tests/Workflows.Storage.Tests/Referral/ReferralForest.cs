using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Storage.Tests.Referral;

/// <summary>
/// A random forest of referrers, deep and wide, in which people buy, give back and change tiers for a hundred days; and a second, plain way of working
/// out who is owed what.
/// </summary>
internal sealed class ReferralForest
{
    private const string Program = "forest";
    private const string Rates = "distributor-tiers";
    private const int Days = 100;
    private const int Tenant = StoreRig.Tenant;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NewRates = Start.AddDays(60);
    private static readonly RulesEngineJudge Judge = new();

    private readonly ReferralMember[] _members;
    private readonly Purchase[] _orders;
    private readonly (int Member, DateTimeOffset At, DateTimeOffset From)[] _reviews;

    public ReferralForest(int seed, int members, int orders, int reviews)
    {
        var random = new Random(seed);
        _members = Grow(random, members);
        _orders = [.. Enumerable.Range(0, orders).Select(number => Buy(random, number, members))];
        _reviews =
        [
            .. Enumerable
                .Range(0, reviews)
                .Select(n =>
                {
                    var at = Start.AddDays(random.Next(10, Days)).AddTicks(n);
                    return (random.Next(members / 4), at, n % 3 == 0 ? at.AddDays(random.Next(1, 10)) : at);
                })
                .OrderBy(review => review.at),
        ];
    }

    /// <summary>Lives through the hundred days on a store, and holds what it says against the plain way.</summary>
    public async Task ProveAsync(IReferralStore store, ILedger ledger)
    {
        var desk = new ReferralDesk(store, await RulesAsync(), Tenant);
        await store.SaveProgramAsync(Tenant, new ReferralProgram(Program, 2, "a", "b"), default);
        foreach (var some in _members.Chunk(1_000))
        {
            await store.AddMembersAsync(Tenant, Program, some, default);
        }

        for (var day = 0; day <= Days; day++)
        {
            await LiveAsync(desk, Start.AddDays(day));
        }

        var tiers = await store.TiersAsync(Tenant, Program, [.. _members.Select(member => member.Id)], default);
        Assert.Equal(_reviews.Length, tiers.Count);
        await CompareAsync(store, ledger, Expected(tiers));
    }

    private async Task LiveAsync(ReferralDesk desk, DateTimeOffset day)
    {
        var news = _orders.Where(order => order.IsNewsOf(day)).Select(order => order.KnownAt(day)).ToArray();
        foreach (var some in news.Chunk(500))
        {
            await desk.SettleAsync(Program, 2, Rates, some, day, $"{day:O} {some[0].Order.Number}", default);
        }

        foreach (var (member, at, from) in _reviews.Where(review => review.At >= day && review.At < day.AddDays(1)))
        {
            var id = _members[member].Id;
            await desk.ReviewAsync(Program, Rates, id, DateTimeOffset.MinValue, from, at, $"{at:O} {id}", default);
        }
    }

    private Dictionary<(string Number, ReferralLevel Level), (Guid Payee, decimal Amount)> Expected(
        IReadOnlyList<DistributorTier> tiers
    )
    {
        var byId = _members.ToDictionary(member => member.Id);
        var history = tiers.ToLookup(tier => tier.MemberId);
        var expected = new Dictionary<(string, ReferralLevel), (Guid, decimal)>();
        foreach (var order in _orders)
        {
            var buyer = byId[order.Buyer];
            var direct = buyer.ReferrerId is { } one ? byId[one] : null;
            var indirect = direct?.ReferrerId is { } two ? byId[two] : null;
            foreach (var (payee, level) in new[] { (direct, ReferralLevel.Direct), (indirect, ReferralLevel.Indirect) })
            {
                // Who joined, or became a distributor, after the order was paid has nothing of it.
                if (payee?.DistributorSince <= order.At && buyer.JoinedAt <= order.At)
                {
                    var tier = history[payee.Id].Where(tier => tier.From <= order.At).MaxBy(tier => tier.From);
                    var amount = decimal.Round(order.Kept * RateOf(tier, order.At), 2, MidpointRounding.AwayFromZero);
                    expected.Add((order.Number, level), (payee.Id, amount));
                }
            }
        }

        return expected;
    }

    private async Task CompareAsync(
        IReferralStore store,
        ILedger ledger,
        Dictionary<(string Number, ReferralLevel Level), (Guid Payee, decimal Amount)> expected
    )
    {
        var got = new List<Commission>();
        foreach (var some in _orders.Chunk(5_000))
        {
            got.AddRange(
                await store.CommissionsAsync(
                    Tenant,
                    Program,
                    [.. some.Select(order => ("shop", order.Number))],
                    default
                )
            );
        }

        // An order that was given back before anybody heard of it was never worth anything to anybody.
        var owed = expected.Where(one => one.Value.Amount > 0m).ToDictionary();
        var paid = got.Where(one => one.Amount > 0m)
            .ToDictionary(one => (one.Number, one.Level), one => (one.MemberId, one.Amount));
        Assert.Equal(owed.Count, paid.Count);
        Assert.All(paid, one => Assert.Equal(owed[one.Key], one.Value));
        Assert.All(got, one => Assert.InRange((int)one.Level, 1, 2));
        Assert.Contains(got, one => one is { Amount: 0m, Revision: > 1 });
        Assert.True(got.Select(one => one.Rate).Distinct().Count() >= 4, "All tiers and both versions were to be met.");

        var balances = await AccountsAsync(ledger);
        var sums = owed
            .Values.GroupBy(one => one.Payee)
            .ToDictionary(own => own.Key, own => own.Sum(one => one.Amount));
        Assert.All(
            _members,
            member =>
                Assert.Equal(
                    sums.GetValueOrDefault(member.Id),
                    balances.GetValueOrDefault(CommissionBooks.OwedTo(Program, member.Id).Owner)
                )
        );
        Assert.Equal(-sums.Values.Sum(), await ledger.BalanceAsync(Tenant, CommissionBooks.CostOf(Program), default));
        Assert.Equal(0m, await ledger.SumAsync(Tenant, default));
    }

    private static async Task<Dictionary<string, decimal>> AccountsAsync(ILedger ledger)
    {
        var all = await ledger.ListBalancesAsync(Tenant, CommissionBooks.Owed, null, int.MaxValue, default);
        return all.ToDictionary(one => one.Account.Owner, one => one.Amount, StringComparer.Ordinal);
    }

    // The shipped thresholds; from the new rates on, starters have a cent more of a hundred.
    private static decimal RateOf(DistributorTier? tier, DateTimeOffset at) =>
        tier is { Orders: >= 50, Sales: >= 10_000m } ? 0.10m
        : tier is { Orders: >= 10, Sales: >= 1_000m } ? 0.08m
        : at >= NewRates ? 0.06m
        : 0.05m;

    private static async Task<RuleSetCatalog> RulesAsync()
    {
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), Judge, TimeProvider.System, ContactRules.Shape)
        {
            RefreshAfter = TimeSpan.MaxValue,
        };
        var shipped = await File.ReadAllTextAsync(Path.Combine(Root(), "rules", Rates, "rules.json"));
        foreach (
            var json in new[]
            {
                shipped,
                shipped
                    .Replace("\"0.05\"", "\"0.06\"", StringComparison.Ordinal)
                    .Replace(
                        "\"Inputs\":",
                        $"\"ValidFrom\": \"{NewRates:yyyy-MM-dd}\", \"Inputs\":",
                        StringComparison.Ordinal
                    ),
            }
        )
        {
            var publication = await catalog.PublishAsync(json);
            Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        }

        return catalog;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    // Few at the top bring many; some are customers only for a while, or for ever.
    private static ReferralMember[] Grow(Random random, int count)
    {
        var members = new List<ReferralMember>();
        for (var n = 0; n < count; n++)
        {
            var joined = Start.AddDays(n < count / 4 ? 0 : random.Next(Days / 2));
            var by = n == 0 || random.Next(20) == 0 ? null : members[(int)(n * Math.Pow(random.NextDouble(), 2))];
            var id = new Guid(n + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
            members.Add(
                new ReferralMember(
                    id,
                    id,
                    by?.Id,
                    by is null || joined > by.JoinedAt ? joined : by.JoinedAt,
                    n < count / 4 || random.Next(3) > 0 ? joined.AddDays(n < count / 4 ? 0 : random.Next(20)) : null
                )
                {
                    JoinedBy = "forest",
                }
            );
        }

        return [.. members];
    }

    private static Purchase Buy(Random random, int number, int members)
    {
        var at = Start.AddDays(Days * random.NextDouble() * 0.9);
        var amount = random.Next(1, 60_000) / 100m;
        (DateTimeOffset At, decimal? Amount)[] refunds = random.Next(8) switch
        {
            0 => [(at.AddDays(random.Next(1, 9)), null)],
            1 => [(at.AddDays(random.Next(1, 9)), decimal.Round(amount / 3m, 2) + 0.01m)],
            2 => [(at.AddDays(1), decimal.Round(amount / 2m, 2) + 0.01m), (at.AddDays(4), amount)],
            _ => [],
        };
        return new Purchase(
            new Guid(random.Next(members) + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0),
            number.ToString("D6", CultureInfo.InvariantCulture),
            at,
            amount,
            refunds
        );
    }

    private sealed record Purchase(
        Guid Buyer,
        string Number,
        DateTimeOffset At,
        decimal Amount,
        (DateTimeOffset At, decimal? Amount)[] Refunds
    )
    {
        public decimal Kept => KnownAt(DateTimeOffset.MaxValue).Order.Amount;

        public bool IsNewsOf(DateTimeOffset day) =>
            IsWithin(At, day) || Refunds.Any(refund => IsWithin(refund.At, day));

        public ReferralOrder KnownAt(DateTimeOffset day) =>
            new(
                Buyer,
                new KnownOrder("shop", Number)
                {
                    PaidAt = At,
                    Paid = Amount,
                    Refunds =
                    [
                        .. Refunds
                            .Where(refund => refund.At <= day)
                            .Select((refund, n) => new OrderRefund($"{Number}-{n}", refund.Amount)),
                    ],
                }
            );

        private static bool IsWithin(DateTimeOffset at, DateTimeOffset day) => at > day.AddDays(-1) && at <= day;
    }
}
