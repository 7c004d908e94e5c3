using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

/// <summary>The ledger in the database.</summary>
internal sealed class SqlLedger(WorkflowsDbContextFactory contexts, WriteGate gate) : ILedger
{
    public async Task<IReadOnlyList<LedgerPosting>> PostAsync(
        int tenant,
        IReadOnlyList<LedgerTransaction> transactions,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var unit = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = new LedgerWriter(context, tenant);
        var postings = new LedgerPosting[transactions.Count];
        // In one order, so that two batches never wait for each other crosswise.
        foreach (var (index, transaction) in transactions.Index().OrderBy(one => one.Item.Key, StringComparer.Ordinal))
        {
            postings[index] = await writer.PostAsync(transaction, cancellationToken);
        }

        if (!postings.Contains(LedgerPosting.Conflict))
        {
            await unit.CommitAsync(cancellationToken);
        }

        return postings;
    }

    public async Task<decimal> BalanceAsync(int tenant, LedgerAccount account, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var units = await Entries(context, tenant)
            .Where(row => row.Book == account.Book && row.Owner == account.Owner)
            .SumAsync(row => row.Units, cancellationToken);
        return LedgerMoney.FromUnits(units);
    }

    public async Task<IReadOnlyList<LedgerBalance>> ListBalancesAsync(
        int tenant,
        string book,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var entries = Entries(context, tenant).Where(row => row.Book == book);
        if (after is not null)
        {
            entries = entries.Where(row => row.Owner.CompareTo(after) > 0);
        }

        var accounts = await entries
            .GroupBy(row => row.Owner)
            .Select(own => new { Owner = own.Key, Units = own.Sum(row => row.Units) })
            .OrderBy(own => own.Owner)
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. accounts.Select(own => new LedgerBalance(
                new LedgerAccount(book, own.Owner),
                LedgerMoney.FromUnits(own.Units)
            )),
        ];
    }

    public async Task<IReadOnlyList<LedgerTransaction>> ListAsync(
        int tenant,
        string reference,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await new LedgerReader(context, tenant).ListAsync(reference, cancellationToken);
    }

    public async Task<decimal> SumAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return LedgerMoney.FromUnits(await Entries(context, tenant).SumAsync(row => row.Units, cancellationToken));
    }

    private static IQueryable<LedgerEntryRow> Entries(WorkflowsDbContext context, int tenant) =>
        context.Set<LedgerEntryRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
