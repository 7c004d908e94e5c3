using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>A seat of a team as its members may see it: who sits there is not said.</summary>
internal sealed record TakenSeatBody(
    int Number,
    int Place,
    SeatRole Role,
    SeatStatus Status,
    decimal Paid,
    decimal? Price,
    bool IsFree,
    DateTimeOffset TakenAt
)
{
    public static TakenSeatBody From(TeamSeat seat) =>
        new(
            seat.Number,
            seat.Place,
            seat.Role,
            seat.Status,
            seat.Paid,
            seat.Price,
            seat.FreeOrder is not null,
            seat.TakenAt
        );
}
