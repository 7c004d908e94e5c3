namespace Workflows.Marketing.Places.Groups;

/// <summary>What became of a place in a group. The numbers are stored: append, never renumber.</summary>
public enum SeatState : short
{
    /// <summary>The contact was invited; the place is kept free for a while.</summary>
    Held = 1,

    /// <summary>The contact is in the group.</summary>
    Joined = 2,

    /// <summary>The contact left, or was removed.</summary>
    Left = 3,
}
