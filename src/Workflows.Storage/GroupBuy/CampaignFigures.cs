using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Counts how a campaign goes, by size of team.</summary>
internal sealed class CampaignFigures(WorkflowsDbContext context, int tenant, string campaign)
{
    private const short Held = (short)SeatStatus.Held;

    public async Task<IReadOnlyList<SizeFigures>> ListAsync(CancellationToken cancellationToken)
    {
        var teams = await Teams()
            .GroupBy(row => new { row.Size, row.State })
            .Select(own => new TeamsInState(own.Key.Size, own.Key.State, own.Count()))
            .ToListAsync(cancellationToken);
        var seats = await Seats()
            .GroupBy(seat => seat.Size)
            .Select(own => new
            {
                Size = own.Key,
                Count = own.Count(),
                Units = own.Sum(seat => seat.Units),
            })
            .ToDictionaryAsync(own => own.Size, cancellationToken);
        var news = await Seats()
            .Where(seat => seat.IsNew && seat.ContactId != seat.OpenerId)
            .Select(seat => new { seat.Size, seat.ContactId })
            .Distinct()
            .GroupBy(seat => seat.Size)
            .Select(own => new { Size = own.Key, Count = own.Count() })
            .ToDictionaryAsync(own => own.Size, own => own.Count, cancellationToken);
        return
        [
            .. teams
                .GroupBy(row => row.Size)
                .OrderBy(size => size.Key)
                .Select(size => new SizeFigures(
                    size.Key,
                    Count(size, TeamState.Open),
                    Count(size, TeamState.Succeeded),
                    Count(size, TeamState.Expired),
                    seats.GetValueOrDefault(size.Key)?.Count ?? 0,
                    news.GetValueOrDefault(size.Key),
                    LedgerMoney.FromUnits(seats.GetValueOrDefault(size.Key)?.Units ?? 0)
                )),
        ];

        static int Count(IEnumerable<TeamsInState> size, TeamState state) =>
            size.Where(row => row.State == (short)state).Sum(row => row.Count);
    }

    private IQueryable<TeamRow> Teams() =>
        context.Set<TeamRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Campaign == campaign);

    private IQueryable<SeatOfSize> Seats() =>
        Teams()
            .Join(
                context.Set<TeamSeatRow>().AsNoTracking().Where(row => row.Status == Held),
                team => new { team.Tenant, TeamId = team.Id },
                seat => new { seat.Tenant, seat.TeamId },
                (team, seat) =>
                    new SeatOfSize
                    {
                        Size = team.Size,
                        OpenerId = team.OpenerId,
                        ContactId = seat.ContactId,
                        IsNew = seat.IsNewCustomer,
                        Units = seat.FreeOrder == null ? seat.PriceUnits ?? 0 : 0,
                    }
            );

    private sealed record TeamsInState(int Size, short State, int Count);

    private sealed class SeatOfSize
    {
        public int Size { get; init; }

        public Guid OpenerId { get; init; }

        public Guid ContactId { get; init; }

        public bool IsNew { get; init; }

        public long Units { get; init; }
    }
}
