using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>What is still to be told about teams, and which money is still to go back, in the database.</summary>
internal sealed class SqlTeamNews(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
{
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
}
