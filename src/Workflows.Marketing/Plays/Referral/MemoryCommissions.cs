namespace Workflows.Marketing.Plays.Referral;

/// <summary>The commissions of one distribution in memory: one for each order and level, in its newest revision.</summary>
internal sealed class MemoryCommissions
{
    private readonly Dictionary<(string Source, string Number, ReferralLevel Level), Commission> _kept = [];

    public Standing Standing(Guid member, DateTimeOffset from, DateTimeOffset until)
    {
        var own = _kept
            .Values.Where(one =>
                one.Level == ReferralLevel.Direct
                && one.MemberId == member
                && one.Kept > 0m
                && one.PaidAt >= from
                && one.PaidAt < until
            )
            .ToArray();
        return new Standing(own.Length, own.Sum(one => one.Kept));
    }

    public IReadOnlyList<Commission> Of(IReadOnlyCollection<(string Source, string Number)> orders) =>
        [
            .. orders
                .Distinct()
                .SelectMany(order =>
                    Enum.GetValues<ReferralLevel>().Select(level => (order.Source, order.Number, level))
                )
                .Select(_kept.GetValueOrDefault)
                .OfType<Commission>(),
        ];

    /// <returns>Whether they were kept: all of them, or none where one does not follow what is there.</returns>
    public bool TryKeep(IReadOnlyList<Commission> commissions)
    {
        if (commissions.Any(one => (_kept.GetValueOrDefault(Key(one))?.Revision ?? 0) != one.Revision - 1))
        {
            return false;
        }

        foreach (var one in commissions)
        {
            _kept[Key(one)] = one;
        }

        return true;
    }

    private static (string, string, ReferralLevel) Key(Commission one) => (one.Source, one.Number, one.Level);
}
