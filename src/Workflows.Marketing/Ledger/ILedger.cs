namespace Workflows.Marketing.Ledger;

/// <summary>A double-entry ledger: entries are added, never changed, and all of them together sum to zero at any moment.</summary>
public interface ILedger
{
    /// <summary>Posts transactions together: all that are new are in the ledger afterwards, or none if one of the batch is a conflict.</summary>
    /// <param name="tenant">Whose ledger.</param>
    /// <param name="transactions">What to post; a key may come twice.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is posted.</param>
    /// <returns>What became of each, in their order; with a conflict among them the others are as they were before.</returns>
    Task<IReadOnlyList<LedgerPosting>> PostAsync(
        int tenant,
        IReadOnlyList<LedgerTransaction> transactions,
        CancellationToken cancellationToken
    );

    /// <summary>What lies in an account; 0 where nothing ever happened.</summary>
    Task<decimal> BalanceAsync(int tenant, LedgerAccount account, CancellationToken cancellationToken);

    /// <summary>A page of the accounts of one book with what lies in them, in the order of their owners.</summary>
    /// <param name="tenant">Whose ledger.</param>
    /// <param name="book">The book.</param>
    /// <param name="after">The last owner of the page before, or null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<LedgerBalance>> ListBalancesAsync(
        int tenant,
        string book,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>The transactions that belong to something, in the order they happened.</summary>
    Task<IReadOnlyList<LedgerTransaction>> ListAsync(int tenant, string reference, CancellationToken cancellationToken);

    /// <summary>The sum of all entries, for those who look after it: anything but 0 is an alarm.</summary>
    Task<decimal> SumAsync(int tenant, CancellationToken cancellationToken);
}
