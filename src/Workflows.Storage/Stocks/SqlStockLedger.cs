using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Stocks;

/// <summary>The counters in the database: each taking is one transaction over one row, which lets no more out than there are.</summary>
internal sealed class SqlStockLedger(WorkflowsDbContextFactory contexts, WriteGate gate) : IStockLedger
{
    public async Task<Stock?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<Stock>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => after == null || row.Name.CompareTo(after) > 0)
            .OrderBy(row => row.Name)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<bool> SaveAsync(int tenant, Stock stock, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        // More than there would be may be taken while this is read: the statement itself looks.
        return await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO stocks (tenant, name, total, taken, ends_at)
                VALUES ({tenant}, {stock.Name}, {stock.Total}, 0, {stock.EndsAt?.UtcTicks})
                ON CONFLICT (tenant, name) DO UPDATE SET total = excluded.total, ends_at = excluded.ends_at
                WHERE stocks.taken <= excluded.total
                """,
                cancellationToken
            ) == 1;
    }

    public async Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<StockWish> wishes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in wishes)
        {
            if (await TakeAsync(tenant, wish, now, cancellationToken))
            {
                taken.Add(wish.Key);
            }
        }

        return taken;
    }

    public async Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var takes = await context
            .Set<StockTakeRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && keys.Contains(row.Key))
            .ToListAsync(cancellationToken);
        if (takes.Count == 0)
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        foreach (var take in takes)
        {
            await GiveBackAsync(tenant, take, cancellationToken);
        }
    }

    private async Task<bool> TakeAsync(
        int tenant,
        StockWish wish,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var isNew = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO stock_takes (tenant, key, stock) VALUES ({tenant}, {wish.Key}, {wish.Stock})
            ON CONFLICT (tenant, key) DO NOTHING
            """,
            cancellationToken
        );
        if (isNew == 0)
        {
            return true;
        }

        // Of two who want the last one, the second waits here and then finds none.
        var given = await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE stocks SET taken = taken + 1
            WHERE tenant = {tenant} AND name = {wish.Stock} AND taken < total
                AND (ends_at IS NULL OR ends_at > {now.UtcTicks})
            """,
            cancellationToken
        );
        if (given == 0)
        {
            await transaction.RollbackAsync(cancellationToken);
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task GiveBackAsync(int tenant, StockTakeRow take, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var gone = await context
            .Set<StockTakeRow>()
            .Where(row => row.Tenant == tenant && row.Key == take.Key)
            .ExecuteDeleteAsync(cancellationToken);
        if (gone == 1)
        {
            await context
                .Set<StockRow>()
                .Where(row => row.Tenant == tenant && row.Name == take.Stock)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, row => row.Taken - 1), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static Stock Read(StockRow row) => new(row.Name, row.Total) { EndsAt = row.EndsAt, Taken = row.Taken };

    private static IQueryable<StockRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<StockRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
