using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Recommending;

namespace Workflows.Storage.Contacts;

/// <summary>What was bought by whom, from the orders in the database. Each answer is the beginning of an index.</summary>
internal sealed class SqlPurchaseBook(WorkflowsDbContextFactory contexts) : IPurchaseBook
{
    public async Task<IReadOnlyList<Purchase>> OfAsync(
        int tenant,
        Guid contact,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await ReadAsync(
            context.Set<OrderRow>().Where(row => row.Tenant == tenant && row.ContactId == contact),
            until,
            most,
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<Purchase>> LatestAsync(
        int tenant,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await ReadAsync(
            context.Set<OrderRow>().Where(row => row.Tenant == tenant),
            until,
            most,
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<Purchase>> ReadAsync(
        IQueryable<OrderRow> orders,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    )
    {
        var at = until.ToUniversalTime();
        var rows = await orders
            .AsNoTracking()
            .Where(row => row.Counts && row.PaidAt <= at)
            .OrderByDescending(row => row.PaidAt)
            .Take(most)
            .Select(row => new
            {
                row.ContactId,
                row.PaidAt,
                row.Lines,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Purchase(
                row.ContactId,
                row.PaidAt!.Value,
                [.. OrderRows.ReadLines(row.Lines).Select(line => line.Sku).Distinct(StringComparer.Ordinal)]
            )),
        ];
    }
}
