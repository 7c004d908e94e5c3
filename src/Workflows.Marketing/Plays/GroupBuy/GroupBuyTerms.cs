namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What a campaign promises; a team keeps the terms it was opened under.</summary>
/// <param name="Campaign">The campaign, 1 to 64 characters.</param>
/// <param name="Size">How many members make a team.</param>
/// <param name="Capacity">How many it takes at most: more than <paramref name="Size"/> where more members make it cheaper.</param>
/// <param name="SinglePrice">What one pays alone, in currency units.</param>
/// <param name="MemberPrice">What a member pays.</param>
/// <param name="LeaderPrice">What the leader pays.</param>
/// <param name="Open">How long a team is open.</param>
public sealed record GroupBuyTerms(
    string Campaign,
    int Size,
    int Capacity,
    decimal SinglePrice,
    decimal MemberPrice,
    decimal LeaderPrice,
    TimeSpan Open
)
{
    /// <summary>The longest <see cref="Campaign"/>.</summary>
    public const int LongestCampaign = 64;

    /// <summary>What a member pays in a team of that many or more; none means <see cref="MemberPrice"/> for any.</summary>
    public IReadOnlyList<HeadcountPrice> Tiers { get; init; } = [];

    /// <summary>What is sold, for reports and messages; empty where nothing is said.</summary>
    public string Product { get; init; } = "";

    /// <summary>What is paid on taking a seat, before it is known how many the team will have.</summary>
    public decimal PriceOf(SeatRole role) => role == SeatRole.Leader ? LeaderPrice : MemberPrice;

    /// <summary>What a seat costs in the end (S2-28, S2-32).</summary>
    /// <param name="role">Whose seat.</param>
    /// <param name="headcount">How many the team had when it closed.</param>
    public decimal PriceOf(SeatRole role, int headcount)
    {
        var reached = Tiers.Where(tier => tier.From <= headcount).Select(tier => tier.Price).Append(MemberPrice).Min();
        return role == SeatRole.Leader ? Math.Min(LeaderPrice, reached) : reached;
    }
}
