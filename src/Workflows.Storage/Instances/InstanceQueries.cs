using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using Workflows.Storage.Contacts;
using Workflows.Storage.Definitions;
using Workflows.Storage.Work;

namespace Workflows.Storage.Instances;

/// <summary>What operators ask about instances, their history and the work that failed. Nothing here is on the path of a turn.</summary>
public sealed class InstanceQueries
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly InstanceReader _instances;

    internal InstanceQueries(WorkflowsDbContextFactory contexts, InstanceReader instances) =>
        (_contexts, _instances) = (contexts, instances);

    /// <summary>A page of instances, newest first.</summary>
    public async Task<IReadOnlyList<InstanceSummary>> ListAsync(
        int tenant,
        InstanceQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var context = _contexts.Create();
        var rows = Before(context, query.Before).Where(row => row.Tenant == tenant);
        if (query.Subject is { } subject)
        {
            rows = rows.Where(row => row.Subject == subject);
        }

        if (query.SubStatus is { } subStatus)
        {
            rows = rows.Where(row => row.SubStatus == (short)subStatus);
        }

        if (query.DefinitionId is { } definitionId)
        {
            var keys = await context
                .Set<DefinitionVersionRow>()
                .Where(row => row.DefinitionId == definitionId)
                .Select(row => row.Key)
                .ToListAsync(cancellationToken);
            rows = rows.Where(row => keys.Contains(row.DefinitionKey));
        }

        return await Summaries(context, rows.OrderByDescending(row => row.Id).Take(query.Count))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many instances of each workflow live and ended which way.</summary>
    public async Task<IReadOnlyDictionary<(string DefinitionId, WorkflowSubStatus SubStatus), int>> CountAsync(
        int tenant,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var counts = await (
            from row in context.Set<InstanceRow>()
            join version in context.Set<DefinitionVersionRow>() on row.DefinitionKey equals version.Key
            where row.Tenant == tenant
            group row by new { version.DefinitionId, row.SubStatus } into same
            select new
            {
                same.Key.DefinitionId,
                same.Key.SubStatus,
                Count = same.Count(),
            }
        ).ToListAsync(cancellationToken);
        return counts.ToDictionary(one => (one.DefinitionId, (WorkflowSubStatus)one.SubStatus), one => one.Count);
    }

    /// <summary>An instance as lists show it, or null.</summary>
    public async Task<InstanceSummary?> FindSummaryAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var rows = context.Set<InstanceRow>().Where(row => row.Tenant == tenant && row.Id == id);
        return await Summaries(context, rows).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>An instance with all its state, or null.</summary>
    public async Task<WorkflowInstance?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var row = await context
            .Set<InstanceRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Id == id, cancellationToken);
        return row is null
            ? null
            : await _instances.ReadAsync(
                new StoredInstance(row.Id, row.Subject, row.DefinitionKey, row.Revision, row.State),
                cancellationToken
            );
    }

    /// <summary>What an instance's turns did, in order.</summary>
    /// <param name="tenant">Whose instance.</param>
    /// <param name="id">The instance.</param>
    /// <param name="after">The last revision of the page before; 0 for the first page.</param>
    /// <param name="count">How many turns at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<JournalRow>> JournalAsync(
        int tenant,
        Guid id,
        int after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<JournalEntryRow>()
            .AsNoTracking()
            .Where(row => row.InstanceId == id && row.Tenant == tenant && row.Revision > after)
            .OrderBy(row => row.Revision)
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new JournalRow(
                row.InstanceId,
                row.Revision,
                row.Subject,
                row.At,
                JournalSerializer.Read(row.Entries)
            )),
        ];
    }

    /// <summary>A contact's events, newest first.</summary>
    public async Task<IReadOnlyList<ContactEventSummary>> ListEventsAsync(
        int tenant,
        Guid contactId,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        return await context
            .Set<ContactEventRow>()
            .Where(row => row.ContactId == contactId && row.Tenant == tenant)
            .OrderByDescending(row => row.At)
            .Take(count)
            .Select(row => new ContactEventSummary(row.Source, row.EventId, row.Type, row.At, row.ReceivedAt, row.Data))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Work that failed too often, newest first.</summary>
    public async Task<IReadOnlyList<DeadWorkItem>> ListDeadAsync(
        int tenant,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<DeadWorkItemRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant)
            .OrderByDescending(row => row.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToItem())];
    }

    // Ids are not comparable in LINQ; the database compares them well.
    private static IQueryable<InstanceRow> Before(WorkflowsDbContext context, Guid? before) =>
        before is { } id
            ? context.Set<InstanceRow>().FromSqlRaw("SELECT * FROM instances WHERE id < {0}", context.KeyParameter(id))
            : context.Set<InstanceRow>();

    internal static IQueryable<InstanceSummary> Summaries(WorkflowsDbContext context, IQueryable<InstanceRow> rows) =>
        from row in rows
        join version in context.Set<DefinitionVersionRow>() on row.DefinitionKey equals version.Key
        orderby row.Id descending
        select new InstanceSummary(
            row.Id,
            version.DefinitionId,
            version.Version,
            row.Subject,
            (WorkflowStatus)row.Status,
            (WorkflowSubStatus)row.SubStatus,
            row.CorrelationId,
            row.Name,
            row.IncidentCount,
            row.CreatedAt,
            row.UpdatedAt,
            row.FinishedAt
        );
}
