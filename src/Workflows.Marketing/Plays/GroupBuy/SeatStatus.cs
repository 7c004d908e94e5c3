namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What became of a seat.</summary>
public enum SeatStatus
{
    /// <summary>It is taken and paid.</summary>
    Held = 1,

    /// <summary>Its money was given back; its place is free for somebody else as long as the team is open.</summary>
    Refunded = 2,
}
