namespace Workflows.Marketing.Places.Stores;

/// <summary>Where stores are kept.</summary>
public interface IStoreRegister
{
    /// <summary>The number of the latest change of any store of the tenant; 0 before the first. It only grows.</summary>
    Task<long> RevisionAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>The stores that were added or changed after a revision, as they are now, and the revision they are of.</summary>
    /// <param name="tenant">Whose stores.</param>
    /// <param name="after">The revision already known; 0 for all stores.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<(IReadOnlyList<Store> Stores, long Revision)> ChangesAsync(
        int tenant,
        long after,
        CancellationToken cancellationToken
    );

    /// <summary>The store of an id, or null.</summary>
    Task<Store?> FindAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>A page of stores in id order.</summary>
    /// <param name="tenant">Whose stores.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Store>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Adds stores, or replaces those of the same ids; all of them or none.</summary>
    /// <param name="tenant">Whose stores.</param>
    /// <param name="stores">Valid stores, each id once.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is kept.</param>
    Task SaveAsync(int tenant, IReadOnlyList<Store> stores, CancellationToken cancellationToken);
}
