namespace Workflows.Marketing.Decisions;

/// <summary>Decisions in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryDecisionBook : IDecisionBook
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Book, int Number), DecisionLine> _lines = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<DecisionLine>> ListAsync(int tenant, string book, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DecisionLine>>([
                .. _lines.Values.Where(line => line.Book.Equals(book, StringComparison.Ordinal)),
            ]);
        }
    }

    /// <inheritdoc/>
    public async Task<DecisionLine?> LastAsync(int tenant, string book, CancellationToken cancellationToken) =>
        await ListAsync(tenant, book, cancellationToken) is [.., var last] ? last : null;

    /// <inheritdoc/>
    public Task<bool> AddAsync(int tenant, DecisionLine line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        lock (_gate)
        {
            return Task.FromResult(_lines.TryAdd((line.Book, line.Number), line));
        }
    }
}
