using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Instances;

/// <summary>Lists of instances as operators filter, order and page them.</summary>
public sealed class InstanceLists
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal InstanceLists(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>A page of instances, and how many there are in all.</summary>
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
        var rows = await InstanceSelection.SelectAsync(context, tenant, filter, cancellationToken);
        var ids = await Order(rows, page)
            .Skip(page.Skip)
            .Take(page.Take)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        var summaries = await InstanceQueries
            .Summaries(context, context.Set<InstanceRow>().Where(row => ids.Contains(row.Id)))
            .ToListAsync(cancellationToken);
        var byId = summaries.ToDictionary(summary => summary.Id);
        var items = ids.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
        var isWhole = page.Skip == 0 && ids.Count < page.Take;
        return (items, isWhole ? ids.Count : await rows.CountAsync(cancellationToken));
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

    // Ids are time-ordered, so they break ties and stand for the time of creation.
    private static IQueryable<InstanceRow> Order(IQueryable<InstanceRow> rows, InstancePage page) =>
        (page.OrderBy, page.IsDescending) switch
        {
            (InstanceOrder.Updated, false) => rows.OrderBy(row => row.UpdatedAt).ThenBy(row => row.Id),
            (InstanceOrder.Updated, true) => rows.OrderByDescending(row => row.UpdatedAt)
                .ThenByDescending(row => row.Id),
            (InstanceOrder.Finished, false) => rows.OrderBy(row => row.FinishedAt).ThenBy(row => row.Id),
            (InstanceOrder.Finished, true) => rows.OrderByDescending(row => row.FinishedAt)
                .ThenByDescending(row => row.Id),
            (InstanceOrder.Name, false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
            (InstanceOrder.Name, true) => rows.OrderByDescending(row => row.Name).ThenByDescending(row => row.Id),
            (_, false) => rows.OrderBy(row => row.Id),
            (_, true) => rows.OrderByDescending(row => row.Id),
        };
}
