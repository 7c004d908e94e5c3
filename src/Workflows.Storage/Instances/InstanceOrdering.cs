using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Execution;

namespace Workflows.Storage.Instances;

/// <summary>Finds the ids of one page of a list of instances, each order by the index that has it.</summary>
internal static class InstanceOrdering
{
    private static readonly short[] Living =
    [
        .. Enum.GetValues<WorkflowSubStatus>()
            .Where(status =>
                status is not (WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted)
            )
            .Select(status => (short)status),
    ];

    public static async Task<IReadOnlyList<Guid>> PageAsync(
        WorkflowsDbContext context,
        int tenant,
        IQueryable<InstanceRow> rows,
        InstanceFilter filter,
        InstancePage page,
        CancellationToken cancellationToken
    )
    {
        switch (page.OrderBy)
        {
            case InstanceOrder.Updated:
                return await InstanceTurns.ByLast(context, tenant, rows, filter, page).ToListAsync(cancellationToken);
            case InstanceOrder.Finished:
                var over = rows.Where(row => row.FinishedAt != null);
                var alive = rows.Where(row => Living.Contains(row.SubStatus));
                return await PageAsync(ByEnd(over, page), ByBeginning(alive, page), page, cancellationToken);
            case InstanceOrder.Name:
                var named = rows.Where(row => row.Name != null);
                var nameless = rows.Where(row => row.Name == null);
                return await PageAsync(ByName(named, page), ByBeginning(nameless, page), page, cancellationToken);
            default:
                return await ByBeginning(rows, page)
                    .Skip(page.Skip)
                    .Take(page.Take)
                    .Select(row => row.Id)
                    .ToListAsync(cancellationToken);
        }
    }

    /// <summary>A page of a list whose second part, those without what it is ordered by, follows the first in either direction.</summary>
    private static async Task<IReadOnlyList<Guid>> PageAsync(
        IQueryable<InstanceRow> first,
        IQueryable<InstanceRow> rest,
        InstancePage page,
        CancellationToken cancellationToken
    )
    {
        var ids = await first.Skip(page.Skip).Take(page.Take).Select(row => row.Id).ToListAsync(cancellationToken);
        if (ids.Count < page.Take)
        {
            var before =
                ids.Count > 0 || page.Skip == 0 ? page.Skip + ids.Count : await first.CountAsync(cancellationToken);
            ids.AddRange(
                await rest.Skip(page.Skip + ids.Count - before)
                    .Take(page.Take - ids.Count)
                    .Select(row => row.Id)
                    .ToListAsync(cancellationToken)
            );
        }

        return ids;
    }

    private static IQueryable<InstanceRow> ByBeginning(IQueryable<InstanceRow> rows, InstancePage page) =>
        page.IsDescending
            ? rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            : rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id);

    private static IQueryable<InstanceRow> ByEnd(IQueryable<InstanceRow> rows, InstancePage page) =>
        page.IsDescending
            ? rows.OrderByDescending(row => row.FinishedAt).ThenByDescending(row => row.Id)
            : rows.OrderBy(row => row.FinishedAt).ThenBy(row => row.Id);

    private static IQueryable<InstanceRow> ByName(IQueryable<InstanceRow> rows, InstancePage page) =>
        page.IsDescending
            ? rows.OrderByDescending(row => row.Name).ThenByDescending(row => row.Id)
            : rows.OrderBy(row => row.Name).ThenBy(row => row.Id);
}
