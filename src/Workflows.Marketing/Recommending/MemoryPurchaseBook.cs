namespace Workflows.Marketing.Recommending;

/// <summary>Purchases in memory, for trials and tests. One tenant only.</summary>
/// <param name="purchases">What was bought, in any order.</param>
public sealed class MemoryPurchaseBook(IEnumerable<Purchase> purchases) : IPurchaseBook
{
    private readonly Purchase[] _latestFirst = [.. purchases.OrderByDescending(one => one.PaidAt)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Purchase>> OfAsync(
        int tenant,
        Guid contact,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    ) => Task.FromResult(Until(_latestFirst.Where(one => one.ContactId == contact), until, most));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Purchase>> LatestAsync(
        int tenant,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    ) => Task.FromResult(Until(_latestFirst, until, most));

    private static IReadOnlyList<Purchase> Until(IEnumerable<Purchase> latestFirst, DateTimeOffset until, int most) =>
        [.. latestFirst.Where(one => one.PaidAt <= until).Take(most)];
}
