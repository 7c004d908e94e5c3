using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Teams in the database: a change locks its team, and the database refuses what must never be.</summary>
internal sealed class SqlGroupBuyStore(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
    : IGroupBuyStore
{
    // Two draws of a campaign may want the same number at once; the one that comes second looks again.
    private const int Attempts = 10;

    private readonly SqlTeams _teams = new(contexts);
    private readonly SqlTeamNews _news = new(contexts, gate, kind);

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

    public Task<Team?> FindAsync(int tenant, Guid team, CancellationToken cancellationToken) =>
        _teams.FindAsync(tenant, team, cancellationToken);

    public Task<IReadOnlyList<Team>> ListAsync(
        int tenant,
        string campaign,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => _teams.ListAsync(tenant, campaign, after, count, cancellationToken);

    public Task<IReadOnlyList<Guid>> ListUnsettledAsync(
        int tenant,
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    ) => _teams.ListUnsettledAsync(tenant, before, count, cancellationToken);

    public Task<IReadOnlyList<TeamNews.Told>> TakeToldAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => _news.TakeToldAsync(tenant, now, until, count, cancellationToken);

    public Task<IReadOnlyList<TeamNews.Refund>> TakeRefundsAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => _news.TakeRefundsAsync(tenant, now, until, count, cancellationToken);

    public Task MarkDeliveredAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => _news.MarkDeliveredAsync(tenant, keys, now, cancellationToken);

    public Task<IReadOnlyList<TeamNews.Refund>> ListRefundsAsync(
        int tenant,
        int count,
        CancellationToken cancellationToken
    ) => _news.ListRefundsAsync(tenant, count, cancellationToken);

    public async Task<IReadOnlyList<SizeFigures>> ListFiguresAsync(
        int tenant,
        string campaign,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await new CampaignFigures(context, tenant, campaign).ListAsync(cancellationToken);
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

        var before = await SqlTeams.ReadAsync(context, row, cancellationToken);
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

    private static async Task<int> CountFreeAsync(WorkflowsDbContext context, TeamRow row, CancellationToken ct) =>
        await SqlTeams
            .Seats(context, row.Tenant)
            .Where(seat => seat.Campaign == row.Campaign && seat.FreeOrder != null)
            .MaxAsync(seat => seat.FreeOrder, ct)
        ?? 0;
}
