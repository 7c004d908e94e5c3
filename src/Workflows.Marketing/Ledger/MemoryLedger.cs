namespace Workflows.Marketing.Ledger;

/// <summary>A ledger in memory, for trials and tests.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(int Tenant, string Key), LedgerTransaction> _transactions = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerPosting>> PostAsync(
        int tenant,
        IReadOnlyList<LedgerTransaction> transactions,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(transactions);
        lock (_turn)
        {
            var fresh = new Dictionary<(int, string), LedgerTransaction>();
            var postings = new List<LedgerPosting>(transactions.Count);
            foreach (var transaction in transactions)
            {
                var key = (tenant, transaction.Key);
                var known = _transactions.GetValueOrDefault(key) ?? fresh.GetValueOrDefault(key);
                postings.Add(
                    known is null ? LedgerPosting.Posted
                    : known.SaysTheSame(transaction) ? LedgerPosting.Known
                    : LedgerPosting.Conflict
                );
                fresh.TryAdd(key, known ?? transaction);
            }

            if (!postings.Contains(LedgerPosting.Conflict))
            {
                foreach (var (key, transaction) in fresh)
                {
                    _transactions.TryAdd(key, transaction);
                }
            }

            return Task.FromResult<IReadOnlyList<LedgerPosting>>(postings);
        }
    }

    /// <inheritdoc/>
    public Task<decimal> BalanceAsync(int tenant, LedgerAccount account, CancellationToken cancellationToken) =>
        Task.FromResult(Entries(tenant).Where(entry => entry.Account == account).Sum(entry => entry.Amount));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerBalance>> ListBalancesAsync(
        int tenant,
        string book,
        string? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<LedgerBalance>>([
            .. Entries(tenant)
                .Where(entry => book.Equals(entry.Account.Book, StringComparison.Ordinal))
                .GroupBy(entry => entry.Account)
                .Where(account => string.CompareOrdinal(account.Key.Owner, after) > 0)
                .OrderBy(account => account.Key.Owner, StringComparer.Ordinal)
                .Take(count)
                .Select(account => new LedgerBalance(account.Key, account.Sum(entry => entry.Amount))),
        ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerTransaction>> ListAsync(
        int tenant,
        string reference,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<LedgerTransaction>>([
            .. All(tenant)
                .Where(transaction => reference.Equals(transaction.Reference, StringComparison.Ordinal))
                .OrderBy(transaction => transaction.At)
                .ThenBy(transaction => transaction.Key, StringComparer.Ordinal),
        ]);

    /// <inheritdoc/>
    public Task<decimal> SumAsync(int tenant, CancellationToken cancellationToken) =>
        Task.FromResult(Entries(tenant).Sum(entry => entry.Amount));

    private IEnumerable<LedgerEntry> Entries(int tenant) => All(tenant).SelectMany(transaction => transaction.Entries);

    private LedgerTransaction[] All(int tenant)
    {
        lock (_turn)
        {
            return [.. _transactions.Where(one => one.Key.Tenant == tenant).Select(one => one.Value)];
        }
    }
}
