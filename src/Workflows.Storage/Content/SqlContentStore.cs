using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>Contents in the database, every version of them.</summary>
internal sealed class SqlContentStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IContentStore
{
    private readonly ContentReading _reading = new(contexts);

    public Task<ContentVersion?> FindAsync(int tenant, ContentRef reference, CancellationToken cancellationToken) =>
        _reading.NewestAsync(tenant, reference, isSendable: false, cancellationToken);

    public Task<ContentVersion?> FindSendableAsync(
        int tenant,
        ContentRef reference,
        CancellationToken cancellationToken
    ) => _reading.NewestAsync(tenant, reference, isSendable: true, cancellationToken);

    public Task<IReadOnlyList<ContentVersion>> ListAsync(
        int tenant,
        ContentQuery query,
        CancellationToken cancellationToken
    ) => _reading.ListAsync(tenant, query, cancellationToken);

    public Task<IReadOnlyList<ContentVersion>> VersionsAsync(
        int tenant,
        string id,
        CancellationToken cancellationToken
    ) => _reading.VersionsAsync(tenant, id, cancellationToken);

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
            var newest = await ContentReading
                .Rows(context, tenant)
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
        var row = await ContentReading
            .Rows(context, tenant)
            .SingleOrDefaultAsync(row => row.Id == id && row.Version == version, cancellationToken);
        if (row is null || ((ContentState)row.State).After(change.Step) is not { } next)
        {
            return null;
        }

        // Of two who take a step from one state at the same time, one is refused.
        var moved = await ContentReading
            .Rows(context, tenant)
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

    public Task<IReadOnlyList<ContentMove>> MovesAsync(int tenant, string id, CancellationToken cancellationToken) =>
        _reading.MovesAsync(tenant, id, cancellationToken);

    public Task<bool> NamesFileAsync(int tenant, string file, CancellationToken cancellationToken) =>
        _reading.NamesFileAsync(tenant, file, cancellationToken);

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
            && await ContentReading
                .Rows(context, tenant)
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
}
