using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Plays.Referral;

/// <summary>A distribution "tea" with grandma, who brought mum, who brought the child, who brought the friend; all of them distributors since May.</summary>
internal sealed class ReferralRig
{
    public const string Rates = "distributor-tiers";
    public static readonly DateTimeOffset May = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset June = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RulesEngineJudge Judge = new();
    private int _keys;

    private ReferralRig(RuleSetCatalog rules)
    {
        Rules = rules;
        Store = new MemoryReferralStore(Ledger);
        Desk = new ReferralDesk(Store, rules, 1);
    }

    public RuleSetCatalog Rules { get; }

    public MemoryLedger Ledger { get; } = new();

    public MemoryReferralStore Store { get; }

    public ReferralDesk Desk { get; }

    public static Guid Grandma { get; } = Person(1);

    public static Guid Mum { get; } = Person(2);

    public static Guid Child { get; } = Person(3);

    public static Guid Friend { get; } = Person(4);

    public static async Task<ReferralRig> CreateAsync(int levels = 2)
    {
        var rules = new RuleSetCatalog(new MemoryRuleSetStore(), Judge, TimeProvider.System, ContactRules.Shape);
        var rig = new ReferralRig(rules);
        await rig.PublishAsync(ShippedJourney.Read("rules", Rates, "rules.json"));
        await rig.Store.SaveProgramAsync(1, new ReferralProgram("tea", levels, "内部价", "首单立减"), default);
        await rig.Desk.JoinAsync("tea", Grandma, May, rig.Key(), default);
        foreach (var (one, by) in new[] { (Mum, Grandma), (Child, Mum), (Friend, Child) })
        {
            await rig.Desk.BindAsync("tea", one, by, May, rig.Key(), default);
            await rig.Desk.JoinAsync("tea", one, May, rig.Key(), default);
        }

        return rig;
    }

    public static Guid Person(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public static KnownOrder Paid(string number, decimal amount, DateTimeOffset at, params decimal?[] refunds) =>
        new("shop", number)
        {
            PaidAt = at,
            Paid = amount,
            Refunds = [.. refunds.Select((refund, i) => new OrderRefund($"{number}-{i}", refund))],
        };

    public string Key() => $"effect-{_keys++}";

    public async Task PublishAsync(string json)
    {
        var publication = await Rules.PublishAsync(json);
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
    }

    public Task<IReadOnlyList<Commission>> SettleAsync(Guid buyer, params KnownOrder[] orders) =>
        SettleAsync(Key(), buyer, orders);

    public Task<IReadOnlyList<Commission>> SettleAsync(string key, Guid buyer, params KnownOrder[] orders) =>
        Desk.SettleAsync(
            "tea",
            2,
            Rates,
            [.. orders.Select(order => new ReferralOrder(buyer, order))],
            June,
            key,
            default
        );

    public Task<TierReview?> ReviewAsync(Guid contact, DateTimeOffset from, DateTimeOffset now, string? key = null) =>
        Desk.ReviewAsync("tea", Rates, contact, DateTimeOffset.MinValue, from, now, key ?? Key(), default);

    public async Task<decimal> OwedAsync(Guid member) =>
        (await Store.BalancesAsync(1, "tea", [member], default))[member];
}
