namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Where a team is in its life (S2-33).</summary>
public enum TeamState
{
    /// <summary>Seats can be taken.</summary>
    Open = 1,

    /// <summary>It was full, or had enough members when its time was over.</summary>
    Succeeded = 2,

    /// <summary>It had too few when its time was over, or nobody was left: everybody is refunded in full.</summary>
    Expired = 3,
}
