using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Gives the teams, seats and untold news of one contact to another one.</summary>
internal sealed class MovingTeams(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    private const short Held = (short)SeatStatus.Held;

    /// <summary>What moves from a contact to another one: not a seat in a team where the other one has a seat, too.</summary>
    public async Task<TeamMoves> ReadAsync(Guid from, Guid to)
    {
        var taken = Seats().Where(seat => seat.ContactId == to && seat.Status == Held).Select(seat => seat.TeamId);
        var seats = await Seats()
            .Where(seat => seat.ContactId == from && !taken.Contains(seat.TeamId))
            .Select(seat => new { seat.TeamId, seat.Number })
            .ToListAsync(ct);
        return new TeamMoves
        {
            Seats = [.. seats.Select(seat => new TeamMoves.Seat(seat.TeamId, seat.Number))],
            Opened = await Teams().Where(team => team.OpenerId == from).Select(team => team.Id).ToListAsync(ct),
            News = await context
                .Set<TeamNewsRow>()
                .Where(row => row.Tenant == tenant && row.ContactId == from && row.DeliveredAt == null)
                .Select(row => row.Id)
                .ToListAsync(ct),
        };
    }

    /// <summary>Moves it; each team is locked first, in one order, as whoever changes a team does.</summary>
    public async Task MoveAsync(TeamMoves moves, Guid to)
    {
        var opened = moves.Opened.ToHashSet();
        foreach (var team in moves.Seats.Select(seat => seat.Team).Concat(opened).Distinct().Order())
        {
            var isOpener = opened.Contains(team);
            await Teams()
                .Where(row => row.Id == team)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.OpenerId, row => isOpener ? to : row.OpenerId),
                    ct
                );
            foreach (var seat in moves.Seats.Where(seat => seat.Team == team))
            {
                await Seats()
                    .Where(row => row.TeamId == team && row.Number == seat.Number)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
            }
        }

        foreach (var some in moves.News.Chunk(500))
        {
            await context
                .Set<TeamNewsRow>()
                .Where(row => some.Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }
    }

    private IQueryable<TeamSeatRow> Seats() => context.Set<TeamSeatRow>().Where(row => row.Tenant == tenant);

    private IQueryable<TeamRow> Teams() => context.Set<TeamRow>().Where(row => row.Tenant == tenant);
}
