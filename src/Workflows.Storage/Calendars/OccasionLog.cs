using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Calendars;

/// <summary>Tells which occasions have been.</summary>
public sealed class OccasionLog
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal OccasionLog(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>The occasions that were due in a span of time, in the order they were due.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="until">The first moment that does not count any more.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<OccasionRecord>> ListAsync(
        int tenant,
        DateTimeOffset from,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<OccasionRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.DueAt >= from && row.DueAt < until)
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.DefinitionId)
            .ThenBy(row => row.ActivityId)
            .ThenBy(row => row.Key)
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OccasionRecord(
                row.DefinitionId,
                row.ActivityId,
                row.Key,
                row.DueAt,
                row.FiredAt,
                (OccasionState)row.State,
                row.Guests
            )),
        ];
    }
}
