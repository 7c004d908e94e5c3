using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>Contents in the database, every version of them.</summary>
internal sealed class SqlContentStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IContentStore
{
    private const int MostMoves = 1_000;
    private static readonly short[] Sendable = [(short)ContentState.Approved, (short)ContentState.Used];

    public Task<ContentVersion?> FindAsync(int tenant, ContentRef reference, CancellationToken cancellationToken) =>
        NewestAsync(tenant, reference, isSendable: false, cancellationToken);

    public Task<ContentVersion?> FindSendableAsync(
        int tenant,
        ContentRef reference,
        CancellationToken cancellationToken
    ) => NewestAsync(tenant, reference, isSendable: true, cancellationToken);

    public async Task<IReadOnlyList<ContentVersion>> ListAsync(
        int tenant,
        ContentQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var all = Rows(context, tenant);
        var shown = query.Sendable ? all.Where(row => Sendable.Contains(row.State)) : all;
        // Its newest version, or its newest one that may be sent, stands for a content.
        var newest = shown.Where(row => row.Version == shown.Where(o => o.Id == row.Id).Max(o => o.Version));
        var rows = await Narrow(newest, query).OrderBy(row => row.Id).Take(query.Take).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<IReadOnlyList<ContentVersion>> VersionsAsync(
        int tenant,
        string id,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => row.Id == id)
            .OrderByDescending(row => row.Version)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<ContentVersion?> WriteAsync(
        int tenant,
        ContentItem item,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var context = contexts.Create();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var newest = await Rows(context, tenant)
                .Where(row => row.Id == item.Id)
                .OrderByDescending(row => row.Version)
                .FirstOrDefaultAsync(cancellationToken);
            if (newest?.State == (short)ContentState.Review)
            {
                return null;
            }

            if (newest is not null && newest.Document.Equals(ContentJson.Write(item), StringComparison.Ordinal))
            {
                return newest.ToVersion();
            }

            if (await TryWriteAsync(context, tenant, newest, item, change, cancellationToken) is { } written)
            {
                await transaction.CommitAsync(cancellationToken);
                return written;
            }
        }
    }

    public async Task<ContentVersion?> MoveAsync(
        int tenant,
        string id,
        int version,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await Rows(context, tenant)
            .SingleOrDefaultAsync(row => row.Id == id && row.Version == version, cancellationToken);
        if (row is null || ((ContentState)row.State).After(change.Step) is not { } next)
        {
            return null;
        }

        // Of two who take a step from one state at the same time, one is refused.
        var moved = await Rows(context, tenant)
            .Where(other => other.Id == id && other.Version == version && other.State == row.State)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(other => other.State, (short)next)
                        .SetProperty(other => other.ChangedAt, change.At)
                        .SetProperty(other => other.ChangedBy, change.By)
                        .SetProperty(other => other.Note, change.Note),
                cancellationToken
            );
        if (moved == 0)
        {
            return null;
        }

        context.Add(ContentMoveRow.Of(tenant, id, version, change, (ContentState)row.State, next));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row.ToVersion() with { State = next, ChangedAt = change.At, ChangedBy = change.By, Note = change.Note };
    }

    public async Task<IReadOnlyList<ContentMove>> MovesAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<ContentMoveRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.ContentId == id)
            .OrderByDescending(row => row.Id)
            .Take(MostMoves)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToMove())];
    }

    public async Task<bool> NamesFileAsync(int tenant, string file, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var part = $"/{file}/";
        return await Rows(context, tenant)
            .AnyAsync(row => row.Files != null && row.Files.Contains(part), cancellationToken);
    }

    private static IQueryable<ContentVersionRow> Narrow(IQueryable<ContentVersionRow> rows, ContentQuery query)
    {
        var state = (short?)query.State;
        var theme = (short?)query.Theme;
        var worth = query.Value is { } value ? $",{(short)value}," : null;
        var words = query.Search?.ToLowerInvariant();
        return rows.Where(row => query.After == null || row.Id.CompareTo(query.After) > 0)
            .Where(row => query.Kind == null || row.Kind == query.Kind)
            .Where(row => query.Category == null || row.Category == query.Category)
            .Where(row => state == null || row.State == state)
            .Where(row => theme == null || row.Theme == theme)
            .Where(row => query.Persona == null || row.Persona == query.Persona)
            .Where(row => worth == null || (row.Worth != null && row.Worth.Contains(worth)))
            .Where(row => words == null || row.Words.Contains(words));
    }

    /// <returns>Null where somebody else was faster; nothing is written then.</returns>
    private static async Task<ContentVersion?> TryWriteAsync(
        WorkflowsDbContext context,
        int tenant,
        ContentVersionRow? newest,
        ContentItem item,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        var isDraft = newest?.State == (short)ContentState.Draft;
        var row = ContentVersionRow.Draft(tenant, (newest?.Version ?? 0) + (isDraft ? 0 : 1), item, change);
        if (
            isDraft
            && await Rows(context, tenant)
                .Where(o => o.Id == row.Id && o.Version == row.Version && o.State == row.State)
                .Where(o => o.ChangedAt == newest!.ChangedAt)
                .ExecuteDeleteAsync(cancellationToken) == 0
        )
        {
            return null;
        }

        context.Add(row);
        var from = isDraft ? ContentState.Draft : (ContentState?)null;
        context.Add(ContentMoveRow.Of(tenant, row.Id, row.Version, change, from, ContentState.Draft));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return row.ToVersion();
        }
        catch (DbUpdateException) when (!isDraft && !cancellationToken.IsCancellationRequested)
        {
            // Another host took the number a moment ago.
            return null;
        }
    }

    private async Task<ContentVersion?> NewestAsync(
        int tenant,
        ContentRef reference,
        bool isSendable,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        await using var context = contexts.Create();
        var (id, version) = (reference.Id, reference.Version);
        var row = await Rows(context, tenant)
            .Where(row => row.Id == id && (version == null || row.Version == version))
            .Where(row => !isSendable || Sendable.Contains(row.State))
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return row?.ToVersion();
    }

    private static IQueryable<ContentVersionRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<ContentVersionRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
