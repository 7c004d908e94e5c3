namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>A campaign as its block says it: the terms of its teams, for every size that is compared.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Terms">The terms of teams of each size, at least one.</param>
public sealed record GroupBuyPlan(string Campaign, IReadOnlyList<GroupBuyTerms> Terms)
{
    /// <summary>The terms of one team: of the size it is drawn into.</summary>
    internal GroupBuyTerms TermsOf(Guid team)
    {
        var size = SizeComparison.Draw(Campaign, [.. Terms.Select(terms => terms.Size)], team);
        return Terms.First(terms => terms.Size == size);
    }
}
