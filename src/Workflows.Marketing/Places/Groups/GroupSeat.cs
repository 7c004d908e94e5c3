namespace Workflows.Marketing.Places.Groups;

/// <summary>A contact's place in a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="State">Whether the place is held, taken or given up.</param>
/// <param name="Since">Since when it is in that state.</param>
/// <param name="HeldUntil">Until when a place that is held is kept free; null in other states.</param>
public sealed record GroupSeat(
    string GroupId,
    Guid ContactId,
    SeatState State,
    DateTimeOffset Since,
    DateTimeOffset? HeldUntil
)
{
    /// <summary>Whether the place counts at an instant.</summary>
    public bool IsTaken(DateTimeOffset at) => State == SeatState.Joined || (State == SeatState.Held && HeldUntil > at);
}
