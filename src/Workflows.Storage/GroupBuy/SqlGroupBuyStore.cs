using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Teams in the database: a change locks its team, and the database refuses what must never be.</summary>
internal sealed class SqlGroupBuyStore(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
    : IGroupBuyStore
{
    // Two draws of a campaign may want the same number at once; the one that comes second looks again.
    private const int Attempts = 10;

    public async Task<bool> OpenAsync(int tenant, TeamChange opening, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var unit = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = TeamRows.Of(tenant, opening.Team);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO group_buy_teams (tenant, id, campaign, opener_id, size, capacity, state, opened_at, closes_at,
                headcount, terms, seed)
            VALUES ({tenant}, {context.KeyParameter(row.Id)}, {row.Campaign}, {context.KeyParameter(row.OpenerId)},
                {row.Size}, {row.Capacity}, {row.State}, {row.OpenedAt.UtcTicks}, {row.ClosesAt.UtcTicks},
                {row.Headcount}, {row.Terms}, {row.Seed})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken
        );
        if (added == 0)
        {
            return false;
        }

        // A team of one is full at once: what the insert above does not say is written over it.
        var asInserted = opening.Team with
        {
            Seats = [],
        };
        await new TeamWriter(context, tenant).WriteAsync(asInserted, opening, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<(Team Team, T Answer)?> ChangeAsync<T>(
        int tenant,
        Guid team,
        Func<Team, int, (TeamChange? Change, T Answer)> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryChangeAsync(tenant, team, decide, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Decided anew by what is there now.
            }
        }
    }

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

    public async Task<IReadOnlyList<TeamNews.Told>> TakeToldAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => [.. (await TakeAsync(tenant, "NOT NULL", now, until, count, cancellationToken)).OfType<TeamNews.Told>()];

    public async Task<IReadOnlyList<TeamNews.Refund>> TakeRefundsAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => [.. (await TakeAsync(tenant, "NULL", now, until, count, cancellationToken)).OfType<TeamNews.Refund>()];

    public async Task MarkDeliveredAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<TeamNewsRow>()
            .Where(row => row.Tenant == tenant && keys.Contains(row.Key) && row.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveredAt, now), cancellationToken);
    }

    public async Task<IReadOnlyList<TeamNews.Refund>> ListRefundsAsync(
        int tenant,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<TeamNewsRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.DeliveredAt == null && row.ContactId == null)
            .OrderBy(row => row.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(TeamRows.Read).OfType<TeamNews.Refund>()];
    }

    public async Task<IReadOnlyList<SizeFigures>> ListFiguresAsync(
        int tenant,
        string campaign,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await new CampaignFigures(context, tenant, campaign).ListAsync(cancellationToken);
    }

    // Refunds have no contact: it is NULL or NOT NULL.
    private async Task<IEnumerable<TeamNews>> TakeAsync(
        int tenant,
        string contact,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var skipping = kind == StorageKind.Postgres ? "FOR UPDATE SKIP LOCKED" : "";
        var sql = $$"""
            UPDATE group_buy_news SET due_at = {3} WHERE id IN (
                SELECT id FROM group_buy_news
                WHERE tenant = {0} AND delivered_at IS NULL AND due_at <= {1} AND contact_id IS {{contact}}
                ORDER BY id LIMIT {2} {{skipping}})
            RETURNING *
            """;
        var rows = await context
            .Set<TeamNewsRow>()
            .FromSqlRaw(sql, tenant, now.UtcTicks, count, until.UtcTicks)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Id).Select(TeamRows.Read);
    }

    private async Task<(Team Team, T Answer)?> TryChangeAsync<T>(
        int tenant,
        Guid id,
        Func<Team, int, (TeamChange? Change, T Answer)> decide,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var unit = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(context, tenant, id, cancellationToken) is not { } row)
        {
            return null;
        }

        var before = await ReadAsync(context, row, cancellationToken);
        var (change, answer) = decide(before, await CountFreeAsync(context, row, cancellationToken));
        if (change is null)
        {
            return (before, answer);
        }

        await new TeamWriter(context, tenant).WriteAsync(before, change, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return (change.Team, answer);
    }

    private Task<TeamRow?> LockAsync(WorkflowsDbContext context, int tenant, Guid id, CancellationToken ct)
    {
        // SQLite has one writer, who is us.
        var locking = kind == StorageKind.Postgres ? "FOR UPDATE" : "";
        var sql = $$"""SELECT * FROM group_buy_teams WHERE tenant = {0} AND id = {1} {{locking}}""";
        return context
            .Set<TeamRow>()
            .FromSqlRaw(sql, tenant, context.KeyParameter(id))
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
    }

    private static async Task<Team> ReadAsync(WorkflowsDbContext context, TeamRow row, CancellationToken ct) =>
        TeamRows.Read(row, await Seats(context, row.Tenant).Where(seat => seat.TeamId == row.Id).ToListAsync(ct));

    private static async Task<int> CountFreeAsync(WorkflowsDbContext context, TeamRow row, CancellationToken ct) =>
        await Seats(context, row.Tenant)
            .Where(seat => seat.Campaign == row.Campaign && seat.FreeOrder != null)
            .MaxAsync(seat => seat.FreeOrder, ct)
        ?? 0;

    private static IQueryable<TeamRow> Teams(WorkflowsDbContext context, int tenant) =>
        context.Set<TeamRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    private static IQueryable<TeamSeatRow> Seats(WorkflowsDbContext context, int tenant) =>
        context.Set<TeamSeatRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
