namespace Workflows.Marketing.Decisions;

/// <summary>Where it is kept what was decided for the whole company.</summary>
public interface IDecisionBook
{
    /// <summary>The lines of a book in their order; none where nothing was decided yet.</summary>
    Task<IReadOnlyList<DecisionLine>> ListAsync(int tenant, string book, CancellationToken cancellationToken);

    /// <summary>The last line of a book, or null.</summary>
    Task<DecisionLine?> LastAsync(int tenant, string book, CancellationToken cancellationToken);

    /// <summary>Adds a line.</summary>
    /// <returns>False where there is a line of its number already; nothing is added then.</returns>
    Task<bool> AddAsync(int tenant, DecisionLine line, CancellationToken cancellationToken);
}
