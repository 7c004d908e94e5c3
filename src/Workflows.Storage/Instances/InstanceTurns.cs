using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Instances;

/// <summary>
/// Finds instances by their last turns. An index of that time on the instances would make every turn write to all of their
/// indexes; the journal, to which a turn only adds, has one for next to nothing.
/// </summary>
internal static class InstanceTurns
{
    /// <summary>From how many turns on looking each of them up costs more than looking at the instances.</summary>
    private const int Many = 10_000;

    /// <summary>Those whose last turn was in a range.</summary>
    public static async Task<IQueryable<InstanceRow>> WhereLastAsync(
        WorkflowsDbContext context,
        int tenant,
        IQueryable<InstanceRow> rows,
        TimeRange range,
        CancellationToken cancellationToken
    )
    {
        if (range.To is { } to)
        {
            rows = rows.Where(row => row.UpdatedAt <= to && row.CreatedAt <= to);
        }

        if (range.From is not { } from)
        {
            return rows;
        }

        // What moved since then has a turn since then.
        var turns = Of(context, tenant).Where(turn => turn.At >= from);
        var isRare = await turns.Take(Many).CountAsync(cancellationToken) < Many;
        return isRare
            ? rows.Where(row => row.UpdatedAt >= from && turns.Any(turn => turn.InstanceId == row.Id))
            : rows.Where(row => row.UpdatedAt >= from);
    }

    /// <summary>A page of ids in the order of the last turns.</summary>
    public static IQueryable<Guid> ByLast(
        WorkflowsDbContext context,
        int tenant,
        IQueryable<InstanceRow> rows,
        InstanceFilter filter,
        InstancePage page
    )
    {
        if (page.Skip >= Many)
        {
            return (
                page.IsDescending
                    ? rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id)
                    : rows.OrderBy(row => row.UpdatedAt).ThenBy(row => row.Id)
            )
                .Skip(page.Skip)
                .Take(page.Take)
                .Select(row => row.Id);
        }

        var turns = LastOf(context, tenant, rows, filter);
        return (
            page.IsDescending
                ? turns.OrderByDescending(turn => turn.At).ThenByDescending(turn => turn.InstanceId)
                : turns.OrderBy(turn => turn.At).ThenBy(turn => turn.InstanceId)
        )
            .Skip(page.Skip)
            .Take(page.Take)
            .Select(turn => turn.InstanceId);
    }

    // The last turn of an instance is the one of its revision. Each turn is looked up by itself: for a join, the planner
    // would give up the order of the journal.
    private static IQueryable<JournalEntryRow> LastOf(
        WorkflowsDbContext context,
        int tenant,
        IQueryable<InstanceRow> rows,
        InstanceFilter filter
    )
    {
        var turns = Of(context, tenant)
            .Where(turn =>
                turn.Revision
                == rows.Where(row => row.Id == turn.InstanceId).Select(row => (int?)row.Revision).FirstOrDefault()
            );
        foreach (var range in filter.Times.Where(range => range is { Time: InstanceTime.Updated, IsOutside: false }))
        {
            var from = range.From ?? DateTimeOffset.MinValue;
            var to = range.To ?? DateTimeOffset.MaxValue;
            turns = turns.Where(turn => turn.At >= from && turn.At <= to);
        }

        return turns;
    }

    private static IQueryable<JournalEntryRow> Of(WorkflowsDbContext context, int tenant) =>
        context.Set<JournalEntryRow>().Where(turn => turn.Tenant == tenant);
}
