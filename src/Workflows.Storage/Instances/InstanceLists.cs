using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Instances;

/// <summary>Lists of instances as operators filter, order and page them.</summary>
public sealed class InstanceLists
{
    /// <summary>How far instances are counted. A list of more of them says that there are this many.</summary>
    public const int MostCounted = 100_000;

    private readonly WorkflowsDbContextFactory _contexts;

    internal InstanceLists(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>A page of instances, and how many there are in all, up to <see cref="MostCounted"/>.</summary>
    public async Task<(IReadOnlyList<InstanceSummary> Items, int Total)> ListAsync(
        int tenant,
        InstanceFilter filter,
        InstancePage page,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        await using var context = _contexts.Create();
        await context.PreferIndexesAsync(cancellationToken);
        var rows = await InstanceSelection.SelectAsync(context, tenant, filter, cancellationToken);
        var ids = await InstanceOrdering.PageAsync(context, tenant, rows, filter, page, cancellationToken);
        var summaries = await InstanceQueries
            .Summaries(context, context.Set<InstanceRow>().Where(row => ids.Contains(row.Id)))
            .ToListAsync(cancellationToken);
        var byId = summaries.ToDictionary(summary => summary.Id);
        var items = ids.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
        var isWhole = page.Skip == 0 && ids.Count < page.Take;
        return (items, isWhole ? ids.Count : await CountAsync(rows, cancellationToken));
    }

    /// <summary>The ids of instances, newest first.</summary>
    /// <param name="tenant">Whose instances.</param>
    /// <param name="filter">Which.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<InstanceSummary>> FindAsync(
        int tenant,
        InstanceFilter filter,
        int count,
        CancellationToken cancellationToken
    ) => (await ListAsync(tenant, filter, new InstancePage(Take: count), cancellationToken)).Items;

    /// <summary>The revisions of instances and the times of their last turns, to see which of them have moved.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Revision, DateTimeOffset UpdatedAt)>> RevisionsAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<InstanceRow>()
            .Where(row => row.Tenant == tenant && ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.Revision,
                row.UpdatedAt,
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => (row.Revision, row.UpdatedAt));
    }

    private static Task<int> CountAsync(IQueryable<InstanceRow> rows, CancellationToken cancellationToken) =>
        rows.Select(row => row.Id).Take(MostCounted).CountAsync(cancellationToken);
}
