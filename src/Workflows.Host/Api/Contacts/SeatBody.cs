using Workflows.Marketing.Places.Groups;

namespace Workflows.Host.Api.Contacts;

/// <summary>A contact's place in a group.</summary>
internal sealed record SeatBody(string Group, SeatState State, DateTimeOffset Since, DateTimeOffset? HeldUntil)
{
    public static SeatBody From(GroupSeat seat) => new(seat.GroupId, seat.State, seat.Since, seat.HeldUntil);
}
