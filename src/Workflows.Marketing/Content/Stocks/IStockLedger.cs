namespace Workflows.Marketing.Content;

/// <summary>The counters of limited values, for all processes together. None of them is ever exceeded.</summary>
public interface IStockLedger
{
    /// <summary>The counter of a name, or null.</summary>
    Task<Stock?> FindAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>A page of counters in the order of their names.</summary>
    Task<IReadOnlyList<Stock>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Adds a counter, or says how many there are and until when; what is taken stays.</summary>
    /// <returns>False where more are taken already than there would be; nothing changes then.</returns>
    Task<bool> SaveAsync(int tenant, Stock stock, CancellationToken cancellationToken);

    /// <summary>Takes one for each message that has none yet, while there are any.</summary>
    /// <param name="tenant">Whose counters.</param>
    /// <param name="wishes">The messages, in the order in which they get one.</param>
    /// <param name="now">The time: an offer that is over gives none.</param>
    /// <param name="cancellationToken">Ends the attempt; what was taken stays, and taking again finds it.</param>
    /// <returns>The keys of the messages that have one now.</returns>
    Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<StockWish> wishes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Gives back what messages took that nobody received; others are passed over.</summary>
    Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
