namespace Workflows.Marketing.Calendars;

/// <summary>A calendar in memory, for trials and tests. One tenant only.</summary>
public sealed class MemoryCalendarStore : ICalendarStore
{
    private volatile string? _json;

    /// <inheritdoc/>
    public Task<string?> FindAsync(int tenant, CancellationToken cancellationToken) => Task.FromResult(_json);

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, string json, CancellationToken cancellationToken)
    {
        _json = json;
        return Task.CompletedTask;
    }
}
