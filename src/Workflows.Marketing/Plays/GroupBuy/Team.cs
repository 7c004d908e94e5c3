namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>A team that buys together. Immutable: what happens to it makes a new one (<see cref="TeamChange"/>).</summary>
/// <param name="Id">The team.</param>
/// <param name="OpenerId">The contact who opened it; the journey of the team runs for them.</param>
/// <param name="Terms">What it was promised.</param>
/// <param name="Seed">What its lot is drawn with; said only after the draw (<see cref="FreeOrderLot.CommitmentOf"/> before).</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record Team(Guid Id, Guid OpenerId, GroupBuyTerms Terms, string Seed, DateTimeOffset OpenedAt)
{
    /// <summary>Where it is in its life.</summary>
    public TeamState State { get; init; } = TeamState.Open;

    /// <summary>Its seats, in the order they were taken, those refunded included.</summary>
    public IReadOnlyList<TeamSeat> Seats { get; init; } = [];

    /// <summary>When it closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many it had when it closed; 0 while it is open.</summary>
    public int Headcount { get; init; }

    /// <summary>When prices were settled, or everybody was refunded; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How the lot was drawn; null where it was not.</summary>
    public FreeOrderDraw? Draw { get; init; }

    /// <summary>When its time is over.</summary>
    public DateTimeOffset ClosesAt => OpenedAt + Terms.Open;

    /// <summary>The seats that are taken.</summary>
    public IEnumerable<TeamSeat> Held => Seats.Where(seat => seat.IsHeld);

    /// <summary>How many more it needs to succeed.</summary>
    public int Missing => Math.Max(0, Terms.Size - Held.Count());

    /// <summary>The leader's seat; null once nobody is left.</summary>
    public TeamSeat? Leader => Held.FirstOrDefault(seat => seat.Role == SeatRole.Leader);

    /// <summary>The team with a seat in another state.</summary>
    internal Team With(TeamSeat changed) =>
        this with
        {
            Seats = [.. Seats.Select(seat => seat.Number == changed.Number ? changed : seat)],
        };
}
