using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Execution;
using Workflows.Storage.Definitions;

namespace Workflows.Storage.Instances;

/// <summary>Turns an <see cref="InstanceFilter"/> into a query that the indexes answer.</summary>
internal static class InstanceSelection
{
    public static async Task<IQueryable<InstanceRow>> SelectAsync(
        WorkflowsDbContext context,
        int tenant,
        InstanceFilter filter,
        CancellationToken cancellationToken
    )
    {
        var rows = context.Set<InstanceRow>().AsNoTracking().Where(row => row.Tenant == tenant);
        if (filter.Ids is { } ids)
        {
            rows = rows.Where(row => ids.Contains(row.Id));
        }

        if (filter.DefinitionIds is not null || filter.Version is not null)
        {
            var keys = await KeysAsync(Versions(context, tenant, filter), cancellationToken);
            rows = rows.Where(row => keys.Contains(row.DefinitionKey));
        }

        if (filter.CorrelationId is { } correlationId)
        {
            rows = rows.Where(row => row.CorrelationId == correlationId);
        }

        if (filter.HasIncidents is { } hasIncidents)
        {
            rows = hasIncidents ? rows.Where(row => row.IncidentCount > 0) : rows.Where(row => row.IncidentCount == 0);
        }

        rows = WhereStatus(rows, filter);
        rows = filter.Times.Aggregate(rows, WhereTime);
        return string.IsNullOrWhiteSpace(filter.SearchTerm)
            ? rows
            : await SearchAsync(context, tenant, rows, filter.SearchTerm.Trim(), cancellationToken);
    }

    private static IQueryable<DefinitionVersionRow> Versions(
        WorkflowsDbContext context,
        int tenant,
        InstanceFilter filter
    )
    {
        var versions = context.Set<DefinitionVersionRow>().Where(row => row.Tenant == tenant);
        if (filter.DefinitionIds is { } definitionIds)
        {
            versions = versions.Where(row => definitionIds.Contains(row.DefinitionId));
        }

        return filter.Version is { } version ? versions.Where(row => row.Version == version) : versions;
    }

    private static Task<List<int>> KeysAsync(
        IQueryable<DefinitionVersionRow> versions,
        CancellationToken cancellationToken
    ) => versions.Select(row => row.Key).ToListAsync(cancellationToken);

    private static IQueryable<InstanceRow> WhereStatus(IQueryable<InstanceRow> rows, InstanceFilter filter)
    {
        // How an instance lives or ended says whether it lives, so one index answers both questions.
        var wanted = Enum.GetValues<WorkflowSubStatus>()
            .Where(status => filter.SubStatuses?.Contains(status) ?? true)
            .Where(status => filter.Statuses?.Contains(StatusOf(status)) ?? true)
            .Select(status => (short)status)
            .ToList();
        return wanted.Count == Enum.GetValues<WorkflowSubStatus>().Length
            ? rows
            : rows.Where(row => wanted.Contains(row.SubStatus));
    }

    private static WorkflowStatus StatusOf(WorkflowSubStatus status) =>
        status is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
            ? WorkflowStatus.Finished
            : WorkflowStatus.Running;

    // Ids begin with the time of creation, so that time needs no index of its own.
    private static IQueryable<InstanceRow> WhereTime(IQueryable<InstanceRow> rows, TimeRange range)
    {
        var from = range.From ?? DateTimeOffset.MinValue;
        var to = range.To ?? DateTimeOffset.MaxValue;
        return (range.Time, range.IsOutside) switch
        {
            (InstanceTime.Updated, false) => rows.Where(row => row.UpdatedAt >= from && row.UpdatedAt <= to),
            (InstanceTime.Updated, true) => rows.Where(row => row.UpdatedAt < from || row.UpdatedAt > to),
            (InstanceTime.Finished, false) => rows.Where(row => row.FinishedAt >= from && row.FinishedAt <= to),
            (InstanceTime.Finished, true) => rows.Where(row => row.FinishedAt < from || row.FinishedAt > to),
            (_, false) => rows.Where(row => row.CreatedAt >= from && row.CreatedAt <= to),
            (_, true) => rows.Where(row => row.CreatedAt < from || row.CreatedAt > to),
        };
    }

    private static async Task<IQueryable<InstanceRow>> SearchAsync(
        WorkflowsDbContext context,
        int tenant,
        IQueryable<InstanceRow> rows,
        string text,
        CancellationToken cancellationToken
    )
    {
        var keys = await KeysAsync(
            DefinitionQueries.Search(context.Set<DefinitionVersionRow>().Where(row => row.Tenant == tenant), text),
            cancellationToken
        );
        var id = Guid.TryParse(text, out var parsed) ? parsed : Guid.Empty;
        return rows.Where(row =>
            row.Id == id
            || row.Name!.StartsWith(text)
            || row.CorrelationId!.StartsWith(text)
            || keys.Contains(row.DefinitionKey)
        );
    }
}
