using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Storage.Service;

/// <summary>The statements that write work orders, inside the caller's transaction.</summary>
internal sealed class WorkOrderStatements(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    private const int LongestBy = 256;

    /// <returns>False when somebody else changed it since it was read.</returns>
    public async Task<bool> WriteAsync(WorkOrder order)
    {
        var merged = order.MergedInto is { } into ? context.KeyParameter(into) : null;
        var rows = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO work_orders (tenant, id, contact_id, state, topic, demand, staff, opened_at, last_at, answered_at,
                closed_at, outcome, traded_at, asks, rating, comment, merged_into, revision)
            VALUES ({tenant}, {context.KeyParameter(order.Id)}, {context.KeyParameter(order.ContactId)},
                {(short)order.State}, {order.Topic}, {order.Demand}, {order.Staff}, {order.OpenedAt.UtcTicks},
                {order.LastAt.UtcTicks}, {order.AnsweredAt?.UtcTicks}, {order.ClosedAt?.UtcTicks}, {order.Outcome},
                {order.TradedAt?.UtcTicks}, {order.Asks}, {order.Rating}, {order.Comment}, {merged}, {order.Revision
                + 1})
            ON CONFLICT (tenant, id) DO UPDATE SET state = excluded.state, topic = excluded.topic,
                demand = excluded.demand, staff = excluded.staff, last_at = excluded.last_at,
                answered_at = excluded.answered_at, closed_at = excluded.closed_at, outcome = excluded.outcome,
                traded_at = excluded.traded_at, asks = excluded.asks, rating = excluded.rating,
                comment = excluded.comment, merged_into = excluded.merged_into, revision = excluded.revision
            WHERE work_orders.revision = {order.Revision}
            """,
            ct
        );
        return rows == 1;
    }

    public async Task MoveAsync(IReadOnlyCollection<string> keys, Guid to)
    {
        foreach (var some in keys.Chunk(500))
        {
            await context
                .Set<WorkOrderEntryRow>()
                .Where(row => row.Tenant == tenant && some.Contains(row.Key))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.OrderId, to), ct);
        }
    }

    /// <returns>False when the key is there already.</returns>
    public async Task<bool> AddAsync(WorkOrderEntry entry)
    {
        var by = entry.By.Length <= LongestBy ? entry.By : entry.By[..LongestBy];
        var rows = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO work_order_entries (tenant, key, order_id, step, at, by, note)
            VALUES ({tenant}, {entry.Key}, {context.KeyParameter(entry.OrderId)}, {(short)entry.Step},
                {entry.At.UtcTicks}, {by}, {entry.Note})
            ON CONFLICT DO NOTHING
            """,
            ct
        );
        return rows == 1;
    }
}
