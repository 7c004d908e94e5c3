namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>A lower price for larger teams.</summary>
/// <param name="From">From how many members on.</param>
/// <param name="Price">What a member pays, in currency units.</param>
public sealed record HeadcountPrice(int From, decimal Price);
