using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;
using Workflows.Storage.Instances;
using Workflows.Storage.Work;

namespace Workflows.Storage.Definitions;

/// <summary>Definitions in the database.</summary>
internal sealed class SqlDefinitionStore(WorkflowsDbContextFactory contexts, WriteGate gate, DefinitionKeys keys)
    : IDefinitionStore
{
    public Task<StoredDefinition?> FindAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        FindAsync(definitionId, rows => rows.Where(row => row.Version == version), cancellationToken);

    public Task<StoredDefinition?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(definitionId, rows => rows.Where(row => row.IsLatest), cancellationToken);

    public Task<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(definitionId, rows => rows.Where(row => row.IsPublished), cancellationToken);

    public async Task<int?> FindPublishedVersionAsync(string definitionId, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await Rows(context)
            .Where(row => row.DefinitionId == definitionId && row.IsPublished)
            .Select(row => (int?)row.Version)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public Task<IReadOnlyList<DefinitionMark>> ListPublishedAsync(CancellationToken cancellationToken) =>
        MarkAsync(rows => rows.Where(row => row.IsPublished), cancellationToken);

    public Task<IReadOnlyList<DefinitionMark>> ListUsableAsync(CancellationToken cancellationToken) =>
        MarkAsync(rows => rows.Where(row => row.IsPublished && row.UsableAsActivity), cancellationToken);

    public async Task<IReadOnlyList<DefinitionMark>> ListUsersAsync(
        string definitionId,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var users = await context
            .Set<DefinitionUseRow>()
            .Where(use => use.UsedId == definitionId)
            .Select(use => use.DefinitionKey)
            .ToListAsync(cancellationToken);
        return await MarkAsync(
            rows => rows.Where(row => users.Contains(row.Key) && row.IsLatest && row.DefinitionId != definitionId),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<DefinitionMark>> ListVersionsAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) => MarkAsync(rows => rows.Where(row => row.DefinitionId == definitionId), cancellationToken);

    public async Task<bool> SaveAsync(IReadOnlyList<StoredDefinition> definitions, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // What is retracted goes first: the database allows one published version of a workflow at any moment.
            foreach (var definition in definitions.OrderBy(definition => definition.IsPublished))
            {
                if (!await PutAsync(context, definition, cancellationToken))
                {
                    return false;
                }
            }

            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Someone else changed or inserted the row between our look and our write.
            return false;
        }
    }

    public async Task DeleteAsync(string definitionId, int? version, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var versions = Rows(context)
            .Where(row => row.DefinitionId == definitionId && (version == null || row.Version == version));
        var instances = context
            .Set<InstanceRow>()
            .Where(row => versions.Select(one => one.Key).Contains(row.DefinitionKey));

        // As in Elsa, its instances go with it: nothing could run them any more.
        var ids = instances.Select(row => row.Id);
        await context
            .Set<BookmarkRow>()
            .Where(row => ids.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<WorkItemRow>()
            .Where(row => row.InstanceId != null && ids.Contains(row.InstanceId.Value))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<JournalEntryRow>()
            .Where(row => ids.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await instances.ExecuteDeleteAsync(cancellationToken);
        await versions.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        keys.Forget(definitionId);
    }

    private static IQueryable<DefinitionVersionRow> Rows(WorkflowsDbContext context) =>
        context.Set<DefinitionVersionRow>().Where(row => row.Tenant == Workspace.Tenant);

    private async Task<StoredDefinition?> FindAsync(
        string definitionId,
        Func<IQueryable<DefinitionVersionRow>, IQueryable<DefinitionVersionRow>> which,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context).AsNoTracking().Where(row => row.DefinitionId == definitionId);
        return await which(rows).SingleOrDefaultAsync(cancellationToken) is { } row
            ? new StoredDefinition(
                row.DefinitionId,
                row.Version,
                row.Name,
                row.Json,
                row.IsLatest,
                row.IsPublished,
                row.WasPublished,
                row.Revision,
                row.CreatedAt,
                row.UpdatedAt,
                row.Description,
                row.SavedBy
            )
            : null;
    }

    private async Task<IReadOnlyList<DefinitionMark>> MarkAsync(
        Func<IQueryable<DefinitionVersionRow>, IQueryable<DefinitionVersionRow>> which,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await which(Rows(context))
            .OrderBy(row => row.DefinitionId)
            .ThenByDescending(row => row.Version)
            .Select(row => new DefinitionMark(
                row.DefinitionId,
                row.Version,
                row.IsLatest,
                row.IsPublished,
                row.Revision,
                row.CreatedAt
            ))
            .ToListAsync(cancellationToken);
    }

    private static async Task<bool> PutAsync(
        WorkflowsDbContext context,
        StoredDefinition definition,
        CancellationToken cancellationToken
    )
    {
        var row = await Rows(context)
            .SingleOrDefaultAsync(
                row => row.DefinitionId == definition.DefinitionId && row.Version == definition.Version,
                cancellationToken
            );
        if (definition.Revision != (row?.Revision ?? 0) + 1)
        {
            return false;
        }

        if (row is null)
        {
            row = new DefinitionVersionRow
            {
                Tenant = Workspace.Tenant,
                DefinitionId = definition.DefinitionId,
                Version = definition.Version,
                Name = "",
                Json = "",
                CreatedAt = definition.CreatedAt,
            };
            context.Add(row);
        }

        var uses = DocumentUses.Read(definition.Json);
        row.Name = definition.Name;
        row.Description = definition.Description;
        row.Json = definition.Json;
        row.IsLatest = definition.IsLatest;
        row.IsPublished = definition.IsPublished;
        row.WasPublished = definition.WasPublished;
        row.UsableAsActivity = uses.IsUsable;
        row.Revision = definition.Revision;
        row.SavedBy = definition.SavedBy;
        row.UpdatedAt = definition.UpdatedAt;
        await context.SaveChangesAsync(cancellationToken);
        await PutUsesAsync(context, row.Key, uses.Workflows, cancellationToken);
        return true;
    }

    private static async Task PutUsesAsync(
        WorkflowsDbContext context,
        int key,
        IReadOnlySet<string> used,
        CancellationToken cancellationToken
    )
    {
        var before = await context
            .Set<DefinitionUseRow>()
            .Where(row => row.DefinitionKey == key)
            .ToListAsync(cancellationToken);
        var known = before.Select(row => row.UsedId).ToHashSet(StringComparer.Ordinal);
        context.RemoveRange(before.Where(row => !used.Contains(row.UsedId)));
        context.AddRange(
            used.Where(id => id.Length <= DefinitionUseRow.LongestId && !known.Contains(id))
                .Select(id => new DefinitionUseRow { DefinitionKey = key, UsedId = id })
        );
        await context.SaveChangesAsync(cancellationToken);
    }
}
