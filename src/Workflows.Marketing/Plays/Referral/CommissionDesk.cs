using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// Holds what orders are worth by now against what was posted for them, and posts the difference: a new order is credited, a refund takes back
/// its share, and whatever is told twice, late or in another order comes to the same.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="tenant">Whose.</param>
internal sealed class CommissionDesk(IReferralStore store, int tenant)
{
    private const int MostAttempts = 8;

    /// <summary>Settles orders, all of them or none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="levels">How many levels the journey pays; never more than the program.</param>
    /// <param name="rules">Says the rates.</param>
    /// <param name="orders">The orders, each once.</param>
    /// <param name="cause">The effect that settles them: repeated, it finds what it did.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What this effect posted.</returns>
    public async Task<IReadOnlyList<Commission>> SettleAsync(
        ReferralProgram program,
        int levels,
        TierRules rules,
        IReadOnlyList<ReferralOrder> orders,
        string cause,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var paid = Math.Clamp(levels, 1, Math.Min(program.Levels, ReferralProgram.MostLevels));
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var known = await KnownAsync(program.Name, orders, cancellationToken);
            var drafts = await DraftsAsync(program.Name, paid, rules, Unpaid(orders, known), cancellationToken);
            Commission[] changed =
            [
                .. orders.SelectMany(order => Changed(order, Of(order, known).Concat(Of(order, drafts)), cause)),
            ];
            if (changed.Length == 0 || await store.PostAsync(tenant, program.Name, changed, now, cancellationToken))
            {
                return [.. known[cause].Concat(changed)];
            }
        }

        throw new FaultException("Busy", "The same orders are settled by somebody else again and again.");
    }

    private static IEnumerable<Commission> Changed(ReferralOrder order, IEnumerable<Commission> own, string cause) =>
        own.Where(one => one.Revision == 0 || one.Kept != order.Order.Amount)
            .Select(one => one.For(order.Order.Amount, cause));

    private static IEnumerable<Commission> Of(ReferralOrder order, Known commissions) =>
        commissions[(order.Order.Source, order.Order.Number)];

    private static IReadOnlyList<ReferralOrder> Unpaid(IReadOnlyList<ReferralOrder> orders, Known known) =>
        [.. orders.Where(order => order.Order is { Counts: true, Amount: > 0m } && !Of(order, known).Any())];

    private async Task<Known> KnownAsync(
        string program,
        IReadOnlyList<ReferralOrder> orders,
        CancellationToken cancellationToken
    ) =>
        new(
            await store.CommissionsAsync(
                tenant,
                program,
                [.. orders.Select(order => (order.Order.Source, order.Order.Number))],
                cancellationToken
            )
        );

    private async Task<Known> DraftsAsync(
        string program,
        int levels,
        TierRules rules,
        IReadOnlyList<ReferralOrder> orders,
        CancellationToken cancellationToken
    )
    {
        if (orders.Count == 0)
        {
            return new Known([]);
        }

        var lines = await store.LinesAsync(
            tenant,
            program,
            [.. orders.Select(order => order.Buyer).Distinct()],
            cancellationToken
        );
        var earned = orders
            .Where(order => lines.ContainsKey(order.Buyer))
            .SelectMany(order =>
                lines[order.Buyer]
                    .EarnersAt(order.Order.PaidAt!.Value, levels)
                    .Select(earner => (order.Order, earner.Level, earner.Member))
            )
            .ToArray();
        var tiers = new TierHistory(
            await store.TiersAsync(
                tenant,
                program,
                [.. earned.Select(one => one.Member.Id).Distinct()],
                cancellationToken
            )
        );
        List<Commission> drafts = [];
        foreach (var (order, level, member) in earned)
        {
            var at = order.PaidAt!.Value;
            var decision = await rules.DecideAsync(level, tiers.At(member.Id, at), at, cancellationToken);
            drafts.Add(
                new Commission(
                    order.Source,
                    order.Number,
                    level,
                    member.Id,
                    at,
                    decision.Tier,
                    decision.Rate,
                    rules.Name,
                    decision.Version
                )
            );
        }

        return new Known(drafts);
    }

    /// <summary>Commissions, found by their order and by what caused them.</summary>
    private sealed class Known(IReadOnlyList<Commission> all)
    {
        private readonly ILookup<(string Source, string Number), Commission> _byOrder = all.ToLookup(one =>
            (one.Source, one.Number)
        );

        public IEnumerable<Commission> this[(string Source, string Number) order] => _byOrder[order];

        public IEnumerable<Commission> this[string cause] =>
            all.Where(one => one.Cause.Equals(cause, StringComparison.Ordinal));
    }
}
