namespace Workflows.Marketing.Simulations;

/// <summary>Where the lines about simulations are kept.</summary>
public interface ISimulationBook
{
    /// <summary>The lines about a journey, the newest first.</summary>
    /// <param name="tenant">Whose journey.</param>
    /// <param name="journey">Its definition id.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<SimulationEntry>> ListAsync(
        int tenant,
        string journey,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>The newest line about one content of a journey, or null.</summary>
    Task<SimulationEntry?> FindAsync(int tenant, string journey, string content, CancellationToken cancellationToken);

    /// <summary>Adds a line.</summary>
    /// <returns>False where there is a line of its number already; nothing is added then.</returns>
    Task<bool> AddAsync(int tenant, SimulationEntry entry, CancellationToken cancellationToken);
}
