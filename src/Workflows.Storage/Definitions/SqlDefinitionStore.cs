using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Instances;
using Workflows.Storage.Work;

namespace Workflows.Storage.Definitions;

/// <summary>Definitions in the database.</summary>
internal sealed class SqlDefinitionStore(WorkflowsDbContextFactory contexts, WriteGate gate, DefinitionKeys keys)
    : IDefinitionStore
{
    public async Task<StoredDefinition?> FindAsync(
        string definitionId,
        int version,
        CancellationToken cancellationToken
    ) =>
        (
            await ListAsync(
                rows => rows.Where(row => row.DefinitionId == definitionId && row.Version == version),
                cancellationToken
            )
        ).SingleOrDefault();

    public async Task<StoredDefinition?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        (
            await ListAsync(
                rows => rows.Where(row => row.DefinitionId == definitionId && row.IsLatest),
                cancellationToken
            )
        ).SingleOrDefault();

    public async Task<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        (
            await ListAsync(
                rows => rows.Where(row => row.DefinitionId == definitionId && row.IsPublished),
                cancellationToken
            )
        ).SingleOrDefault();

    public Task<IReadOnlyList<StoredDefinition>> ListLatestAsync(CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.IsLatest).OrderBy(row => row.Name), cancellationToken);

    public Task<IReadOnlyList<StoredDefinition>> ListPublishedAsync(CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.IsPublished).OrderBy(row => row.Name), cancellationToken);

    public Task<IReadOnlyList<StoredDefinition>> ListVersionsAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            rows => rows.Where(row => row.DefinitionId == definitionId).OrderByDescending(row => row.Version),
            cancellationToken
        );

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

    private async Task<IReadOnlyList<StoredDefinition>> ListAsync(
        Func<IQueryable<DefinitionVersionRow>, IQueryable<DefinitionVersionRow>> which,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await which(Rows(context).AsNoTracking()).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new StoredDefinition(
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
            )),
        ];
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

        row.Name = definition.Name;
        row.Description = definition.Description;
        row.Json = definition.Json;
        row.IsLatest = definition.IsLatest;
        row.IsPublished = definition.IsPublished;
        row.WasPublished = definition.WasPublished;
        row.Revision = definition.Revision;
        row.SavedBy = definition.SavedBy;
        row.UpdatedAt = definition.UpdatedAt;
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
