namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What somebody is in a team.</summary>
public enum SeatRole
{
    /// <summary>Opened the team, or leads it since its leader was refunded.</summary>
    Leader = 1,

    /// <summary>Joined it.</summary>
    Member = 2,
}
