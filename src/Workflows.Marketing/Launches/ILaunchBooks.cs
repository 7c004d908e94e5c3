namespace Workflows.Marketing.Launches;

/// <summary>What really happened in a launch: orders, posts, clicks, and the reviews that were written.</summary>
public interface ILaunchBooks
{
    /// <summary>The orders of a time that are paid and were not given back in full.</summary>
    /// <param name="tenant">Whose orders.</param>
    /// <param name="product">Only orders with a line of this product; null for all.</param>
    /// <param name="from">Paid at or after this.</param>
    /// <param name="to">Paid before this.</param>
    /// <param name="latest">How many of the latest to tell one by one; 0–100.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<OrderFigures> OrdersAsync(
        int tenant,
        string? product,
        DateTimeOffset from,
        DateTimeOffset to,
        int latest,
        CancellationToken cancellationToken
    );

    /// <summary>What became of each message that a journey sent to staff and groups: posts, clicks, reactions, and the orders that count for it.</summary>
    /// <param name="tenant">Whose journey.</param>
    /// <param name="journey">Its definition id.</param>
    /// <param name="from">At or after this.</param>
    /// <param name="to">Before this.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<PostFigures>> PostsAsync(
        int tenant,
        string journey,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    );

    /// <summary>The reviews of a journey's launches, the latest first.</summary>
    Task<IReadOnlyList<LaunchReview>> ReviewsAsync(int tenant, string journey, CancellationToken cancellationToken);
}
