namespace Workflows.Marketing.Recommending;

/// <summary>What was bought by whom. Every answer has a bound.</summary>
public interface IPurchaseBook
{
    /// <summary>The latest orders of one contact, the latest first.</summary>
    /// <param name="tenant">Whose orders.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="until">Paid at or before this.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Purchase>> OfAsync(
        int tenant,
        Guid contact,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The latest orders of all contacts, the latest first.</summary>
    /// <param name="tenant">Whose orders.</param>
    /// <param name="until">Paid at or before this.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Purchase>> LatestAsync(
        int tenant,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken
    );
}
