using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Execution;
using Workflows.Storage.Definitions;

namespace Workflows.Storage.Instances;

/// <summary>Turns an <see cref="InstanceFilter"/> into a query that the indexes answer.</summary>
internal static class InstanceSelection
{
    /// <summary>How many workflows a search may mean for their versions to be listed; the instances of more are found in passing.</summary>
    private const int Few = 2;

    public static async Task<IQueryable<InstanceRow>> SelectAsync(
        WorkflowsDbContext context,
        int tenant,
        InstanceFilter filter,
        CancellationToken cancellationToken
    )
    {
        var rows = context.Set<InstanceRow>().AsNoTracking().Where(row => row.Tenant == tenant);
        // An array is one parameter, however many it has.
        if (filter.Ids?.ToArray() is { } ids)
        {
            rows = rows.Where(row => ids.Contains(row.Id));
        }

        if (filter.DefinitionIds is not null || filter.Version is not null)
        {
            var keys = await Versions(context, tenant, filter).Select(row => row.Key).ToArrayAsync(cancellationToken);
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
        foreach (var range in filter.Times)
        {
            rows = range is { Time: InstanceTime.Updated, IsOutside: false }
                ? await InstanceTurns.WhereLastAsync(context, tenant, rows, range, cancellationToken)
                : WhereTime(rows, range);
        }

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
        if (filter.DefinitionIds?.ToArray() is { } definitionIds)
        {
            versions = versions.Where(row => definitionIds.Contains(row.DefinitionId));
        }

        return filter.Version is { } version ? versions.Where(row => row.Version == version) : versions;
    }

    private static IQueryable<InstanceRow> WhereStatus(IQueryable<InstanceRow> rows, InstanceFilter filter)
    {
        // How an instance lives or ended says whether it lives, so one index answers both questions.
        var wanted = Enum.GetValues<WorkflowSubStatus>()
            .Where(status => filter.SubStatuses?.Contains(status) ?? true)
            .Where(status => filter.Statuses?.Contains(StatusOf(status)) ?? true)
            .Select(status => (short)status)
            .ToArray();
        return wanted.Length == Enum.GetValues<WorkflowSubStatus>().Length
            ? rows
            : rows.Where(row => wanted.Contains(row.SubStatus));
    }

    private static WorkflowStatus StatusOf(WorkflowSubStatus status) =>
        status is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
            ? WorkflowStatus.Finished
            : WorkflowStatus.Running;

    private static IQueryable<InstanceRow> WhereTime(IQueryable<InstanceRow> rows, TimeRange range)
    {
        var from = range.From ?? DateTimeOffset.MinValue;
        var to = range.To ?? DateTimeOffset.MaxValue;
        return (range.Time, range.IsOutside) switch
        {
            (InstanceTime.Updated, _) => rows.Where(row => row.UpdatedAt < from || row.UpdatedAt > to),
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
        var id = Guid.TryParse(text, out var parsed) ? parsed : Guid.Empty;
        var ids = await DefinitionQueries.FindIdsAsync(context, tenant, text, cancellationToken);
        var found = context
            .Set<DefinitionVersionRow>()
            .Where(version => version.Tenant == tenant && ids.Contains(version.DefinitionId))
            .Select(version => version.Key);
        if (ids.Length > Few)
        {
            return rows.Where(row =>
                row.Id == id
                || row.Name!.StartsWith(text)
                || row.CorrelationId!.StartsWith(text)
                || found.Contains(row.DefinitionKey)
            );
        }

        // As values, the keys are looked up in an index beside the other ways to be found.
        var keys = await found.ToArrayAsync(cancellationToken);
        return rows.Where(row =>
            row.Id == id
            || row.Name!.StartsWith(text)
            || row.CorrelationId!.StartsWith(text)
            || keys.Contains(row.DefinitionKey)
        );
    }
}
