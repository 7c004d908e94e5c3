namespace Workflows.Marketing.Channels.WeCom.Quotas;

/// <summary>
/// Counts calls of all hosts. Hosts take calls in blocks, so that the database is asked once for hundreds of them.
/// </summary>
public interface ICallQuotaStore
{
    /// <summary>Takes calls out of a window: all of them or none.</summary>
    /// <param name="window">The window; taking from a later one forgets the earlier.</param>
    /// <param name="count">How many calls.</param>
    /// <param name="limit">How many the window has in total.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether they were there.</returns>
    Task<bool> TryTakeAsync(QuotaWindow window, int count, int limit, CancellationToken cancellationToken);
}
