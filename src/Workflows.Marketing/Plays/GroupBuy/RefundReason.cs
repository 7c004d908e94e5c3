namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Why money is given back.</summary>
public enum RefundReason
{
    /// <summary>The team did not come together.</summary>
    Expired = 1,

    /// <summary>The customer asked for it, or returned the goods.</summary>
    Returned = 2,

    /// <summary>More members, or leading the team, made it cheaper.</summary>
    Difference = 3,

    /// <summary>The order was drawn to be free.</summary>
    FreeOrder = 4,
}
