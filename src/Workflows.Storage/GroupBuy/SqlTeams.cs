using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Reads teams with their seats from the database.</summary>
internal sealed class SqlTeams(WorkflowsDbContextFactory contexts)
{
    public async Task<Team?> FindAsync(int tenant, Guid team, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Teams(context, tenant).SingleOrDefaultAsync(row => row.Id == team, cancellationToken);
        return row is null ? null : await ReadAsync(context, row, cancellationToken);
    }

    public async Task<IReadOnlyList<Team>> ListAsync(
        int tenant,
        string campaign,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Teams(context, tenant).Where(row => row.Campaign == campaign);
        if (after is { } last)
        {
            rows = rows.Where(row => row.Id > last);
        }

        var page = await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken);
        var ids = page.Select(row => row.Id).ToList();
        var seats = await Seats(context, tenant).Where(row => ids.Contains(row.TeamId)).ToListAsync(cancellationToken);
        var byTeam = seats.ToLookup(seat => seat.TeamId);
        return [.. page.Select(row => TeamRows.Read(row, byTeam[row.Id]))];
    }

    public async Task<IReadOnlyList<Guid>> ListUnsettledAsync(
        int tenant,
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await Teams(context, tenant)
            .Where(row => row.SettledAt == null && row.ClosesAt < before)
            .OrderBy(row => row.ClosesAt)
            .Take(count)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    public static async Task<Team> ReadAsync(WorkflowsDbContext context, TeamRow row, CancellationToken ct) =>
        TeamRows.Read(row, await Seats(context, row.Tenant).Where(seat => seat.TeamId == row.Id).ToListAsync(ct));

    private static IQueryable<TeamRow> Teams(WorkflowsDbContext context, int tenant) =>
        context.Set<TeamRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    public static IQueryable<TeamSeatRow> Seats(WorkflowsDbContext context, int tenant) =>
        context.Set<TeamSeatRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
