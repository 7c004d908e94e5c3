using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Storage.Service;

/// <summary>Work orders in the database.</summary>
internal sealed class SqlWorkOrderStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IWorkOrderStore
{
    public async Task<WorkOrder?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<WorkOrder?> FindLatestAsync(int tenant, Guid contactId, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Ordered(Rows(context, tenant).Where(row => row.ContactId == contactId && row.State != 3))
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<WorkOrderEntry?> FindEntryAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<WorkOrderEntryRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<WorkOrder>> ListAsync(
        int tenant,
        WorkOrderQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context, tenant);
        rows = query.State is { } state ? rows.Where(row => row.State == (short)state) : rows;
        rows = query.Staff is { } staff ? rows.Where(row => row.Staff == staff) : rows;
        rows = query.ContactId is { } contact ? rows.Where(row => row.ContactId == contact) : rows;
        var page = await Ordered(rows).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);
        return page.ConvertAll(Read);
    }

    public async Task<IReadOnlyList<WorkOrderEntry>> ListEntriesAsync(
        int tenant,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<WorkOrderEntryRow>()
            .AsNoTracking()
            .Where(row => row.OrderId == id && row.Tenant == tenant)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OrderBy(entry => entry.At).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    public Task<bool> SaveAsync(
        int tenant,
        WorkOrder order,
        WorkOrderEntry entry,
        CancellationToken cancellationToken
    ) => WriteAsync(tenant, [order], order.Id, [], [entry], cancellationToken);

    public Task<bool> RegroupAsync(
        int tenant,
        WorkOrder from,
        WorkOrder to,
        IReadOnlyCollection<string> moved,
        IReadOnlyList<WorkOrderEntry> entries,
        CancellationToken cancellationToken
    ) => WriteAsync(tenant, [from, to], to.Id, moved, entries, cancellationToken);

    private async Task<bool> WriteAsync(
        int tenant,
        IReadOnlyList<WorkOrder> orders,
        Guid to,
        IReadOnlyCollection<string> moved,
        IReadOnlyList<WorkOrderEntry> entries,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var statements = new WorkOrderStatements(context, tenant, cancellationToken);

        // In one order everywhere, so that two who write the same ones wait for each other instead of locking up.
        foreach (var order in orders.OrderBy(order => order.Id))
        {
            if (!await statements.WriteAsync(order))
            {
                return false;
            }
        }

        await statements.MoveAsync(moved, to);
        foreach (var entry in entries)
        {
            if (!await statements.AddAsync(entry))
            {
                return false;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static IQueryable<WorkOrderRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<WorkOrderRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    private static IOrderedQueryable<WorkOrderRow> Ordered(IQueryable<WorkOrderRow> rows) =>
        rows.OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id);

    private static WorkOrder Read(WorkOrderRow row) =>
        new(row.Id, row.ContactId, row.OpenedAt)
        {
            State = (WorkOrderState)row.State,
            Topic = row.Topic,
            Demand = row.Demand,
            Staff = row.Staff,
            LastAt = row.LastAt,
            AnsweredAt = row.AnsweredAt,
            ClosedAt = row.ClosedAt,
            Outcome = row.Outcome,
            TradedAt = row.TradedAt,
            Asks = row.Asks,
            Rating = row.Rating,
            Comment = row.Comment,
            MergedInto = row.MergedInto,
            Revision = row.Revision,
        };

    private static WorkOrderEntry Read(WorkOrderEntryRow row) =>
        new(row.Key, row.OrderId, (WorkOrderStep)row.Step, row.At, row.By, row.Note);
}
