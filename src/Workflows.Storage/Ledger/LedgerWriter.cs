using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

/// <summary>Writes into the ledger inside a transaction of the caller's, so that money moves with what it is moved for.</summary>
internal sealed class LedgerWriter(WorkflowsDbContext context, int tenant)
{
    /// <summary>Posts one transaction; the caller commits, or rolls back at a conflict.</summary>
    public async Task<LedgerPosting> PostAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ledger_transactions (tenant, key, at, kind, reference)
            VALUES ({tenant}, {transaction.Key}, {transaction.At.UtcTicks}, {transaction.Kind}, {transaction.Reference})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken
        );
        if (added == 0)
        {
            var known = await new LedgerReader(context, tenant).FindAsync(transaction.Key, cancellationToken);
            return known.SaysTheSame(transaction) ? LedgerPosting.Known : LedgerPosting.Conflict;
        }

        context.AddRange(transaction.Entries.Select(entry => RowOf(transaction.Key, entry)));
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return LedgerPosting.Posted;
    }

    /// <summary>Posts transactions whose keys cannot have been used before, many at once; a key that was is the database's refusal.</summary>
    public async Task PostNewAsync(IReadOnlyList<LedgerTransaction> transactions, CancellationToken cancellationToken)
    {
        foreach (var one in transactions)
        {
            context.Add(
                new LedgerTransactionRow
                {
                    Tenant = tenant,
                    Key = one.Key,
                    At = one.At,
                    Kind = one.Kind,
                    Reference = one.Reference,
                }
            );
            context.AddRange(one.Entries.Select(entry => RowOf(one.Key, entry)));
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    private LedgerEntryRow RowOf(string key, LedgerEntry entry) =>
        new()
        {
            Tenant = tenant,
            Key = key,
            Number = entry.Number,
            Book = entry.Account.Book,
            Owner = entry.Account.Owner,
            Units = LedgerMoney.ToUnits(entry.Amount),
        };
}
