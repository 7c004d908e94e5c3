namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Where ways are kept: WeCom shows their ids nowhere else.</summary>
public interface IWayStore
{
    /// <summary>The way of a name, or null.</summary>
    Task<Way?> FindAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>A page of ways, by name.</summary>
    /// <param name="tenant">Whose ways.</param>
    /// <param name="after">The last name of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Way>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Writes a way down that is about to be made.</summary>
    /// <returns>Whether there was none of its name.</returns>
    Task<bool> TryBeginAsync(int tenant, Way way, CancellationToken cancellationToken);

    /// <summary>Replaces what is known of a way.</summary>
    Task SaveAsync(int tenant, Way way, CancellationToken cancellationToken);

    /// <summary>Forgets a way.</summary>
    Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken);
}
