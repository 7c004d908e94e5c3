namespace Workflows.Marketing.Launches;

/// <summary>The books of trials: the orders that a case gives, and nothing sent to anybody.</summary>
/// <param name="orders">The orders, each with its product; null for a product says it is any.</param>
public sealed class MemoryLaunchBooks(params IReadOnlyList<(string? Product, ToldOrder Order)> orders) : ILaunchBooks
{
    /// <inheritdoc/>
    public Task<OrderFigures> OrdersAsync(
        int tenant,
        string? product,
        DateTimeOffset from,
        DateTimeOffset to,
        int latest,
        CancellationToken cancellationToken
    )
    {
        var own = orders
            .Where(one => product is null || string.Equals(one.Product, product, StringComparison.Ordinal))
            .Select(one => one.Order)
            .Where(order => order.PaidAt >= from && order.PaidAt < to)
            .OrderByDescending(order => order.PaidAt)
            .ToList();
        return Task.FromResult(
            new OrderFigures(
                own.Count,
                own.Sum(order => order.Pieces),
                own.Sum(order => order.Amount),
                [.. own.Take(latest)]
            )
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PostFigures>> PostsAsync(
        int tenant,
        string journey,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<PostFigures>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LaunchReview>> ReviewsAsync(
        int tenant,
        string journey,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<LaunchReview>>([]);
}
