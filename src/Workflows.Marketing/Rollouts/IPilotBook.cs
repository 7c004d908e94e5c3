namespace Workflows.Marketing.Rollouts;

/// <summary>Where the lines about pilots are kept.</summary>
public interface IPilotBook
{
    /// <summary>The lines about a pilot in their order; none where there is no such pilot.</summary>
    Task<IReadOnlyList<PilotEntry>> ListAsync(int tenant, string pilot, CancellationToken cancellationToken);

    /// <summary>The names of a page of pilots, in their order.</summary>
    /// <param name="tenant">Whose pilots.</param>
    /// <param name="after">The last name of the page before, or null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<string>> NamesAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Adds a line.</summary>
    /// <returns>False where there is a line of its number already; nothing is added then.</returns>
    Task<bool> AddAsync(int tenant, PilotEntry entry, CancellationToken cancellationToken);
}
