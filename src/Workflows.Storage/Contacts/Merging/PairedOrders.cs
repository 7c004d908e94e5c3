using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>The orders of two contacts who become one, or two again: of an order that both know, each may have a part.</summary>
internal sealed class PairedOrders(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    public async Task MergeAsync(MergeRecord record)
    {
        var first = record.First.Id;
        var orders = KnownOrders.Union(Of(record, first), Of(record, record.Second.Id));
        await ReplaceAsync([first, record.Second.Id], orders.Select(order => OrderRows.Write(tenant, first, order)));
    }

    /// <summary>Each with its own again, and with what came of them since.</summary>
    public async Task PartAsync(MergeRecord record)
    {
        var (first, second) = (record.First.Id, record.Second.Id);
        var rows = await context
            .Set<OrderRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == first && row.Tenant + 0 == tenant)
            .ToListAsync(ct);
        var now = rows.ConvertAll(OrderRows.Read);
        var (own, others) = (Of(record, first), Of(record, second));
        await ReplaceAsync(
            [first],
            KnownOrders
                .Stay(now, own, others)
                .Select(order => OrderRows.Write(tenant, first, order))
                .Concat(KnownOrders.Leave(now, own, others).Select(order => OrderRows.Write(tenant, second, order)))
        );
    }

    private static IReadOnlyCollection<KnownOrder> Of(MergeRecord record, Guid contact) =>
        [.. record.Orders.Where(row => row.ContactId == contact).Select(OrderRows.Read)];

    private async Task ReplaceAsync(Guid[] contacts, IEnumerable<OrderRow> rows)
    {
        OrderRow[] all = [.. rows];
        await context
            .Set<OrderRow>()
            .Where(row => contacts.Contains(row.ContactId) && row.Tenant + 0 == tenant)
            .ExecuteDeleteAsync(ct);
        context.AddRange(all);
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }
}
