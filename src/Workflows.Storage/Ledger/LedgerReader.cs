using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

/// <summary>Puts transactions together from their rows.</summary>
internal sealed class LedgerReader(WorkflowsDbContext context, int tenant)
{
    public async Task<LedgerTransaction> FindAsync(string key, CancellationToken cancellationToken) =>
        (await ReadAsync(Heads().Where(row => row.Key == key), cancellationToken)).Single();

    public Task<IReadOnlyList<LedgerTransaction>> ListAsync(string reference, CancellationToken cancellationToken) =>
        ReadAsync(Heads().Where(row => row.Reference == reference), cancellationToken);

    private IQueryable<LedgerTransactionRow> Heads() =>
        context.Set<LedgerTransactionRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    private async Task<IReadOnlyList<LedgerTransaction>> ReadAsync(
        IQueryable<LedgerTransactionRow> heads,
        CancellationToken cancellationToken
    )
    {
        var rows = await heads
            .Join(
                context.Set<LedgerEntryRow>().AsNoTracking(),
                head => new { head.Tenant, head.Key },
                entry => new { entry.Tenant, entry.Key },
                (head, entry) => new { Head = head, Entry = entry }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Head.Key, StringComparer.Ordinal)
                .Select(own => Read(own.First().Head, own.Select(row => row.Entry)))
                .OrderBy(transaction => transaction.At)
                .ThenBy(transaction => transaction.Key, StringComparer.Ordinal),
        ];
    }

    private static LedgerTransaction Read(LedgerTransactionRow head, IEnumerable<LedgerEntryRow> entries) =>
        new(
            head.Key,
            head.At,
            head.Kind,
            head.Reference,
            [
                .. entries
                    .OrderBy(row => row.Number)
                    .Chunk(2)
                    .Select(sides => new LedgerMove(
                        new LedgerAccount(sides[0].Book, sides[0].Owner),
                        new LedgerAccount(sides[1].Book, sides[1].Owner),
                        LedgerMoney.FromUnits(sides[1].Units)
                    )),
            ]
        );
}
