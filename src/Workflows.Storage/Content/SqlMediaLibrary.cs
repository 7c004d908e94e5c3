using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>The library's files in the database.</summary>
internal sealed class SqlMediaLibrary(WorkflowsDbContextFactory contexts, WriteGate gate) : IMediaLibrary
{
    public async Task<MediaEntry> AddAsync(
        int tenant,
        MediaEntry entry,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Bytes first: whoever removes the last name of the same bytes waits for this, or this for them.
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO content_bytes (tenant, hash, bytes) VALUES ({tenant}, {entry.Hash}, {bytes})
            ON CONFLICT (tenant, hash) DO UPDATE SET hash = excluded.hash
            """,
            cancellationToken
        );
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO content_files (tenant, name, type, content_type, size, hash, seconds, added_at, added_by)
            VALUES ({tenant}, {entry.Name}, {(short)entry.Type}, {entry.ContentType}, {entry.Size}, {entry.Hash},
                {entry.Seconds}, {entry.AddedAt.UtcTicks}, {entry.AddedBy})
            ON CONFLICT (tenant, name) DO NOTHING
            """,
            cancellationToken
        );
        var row = await Rows(context, tenant).SingleAsync(row => row.Name == entry.Name, cancellationToken);
        if (row.Hash.Equals(entry.Hash, StringComparison.Ordinal))
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return row.ToEntry();
    }

    public async Task<MediaEntry?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        return row?.ToEntry();
    }

    public async Task<byte[]?> ReadAsync(int tenant, string hash, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<MediaBytesRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Hash == hash)
            .Select(row => row.Bytes)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<MediaEntry>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => after == null || row.Name.CompareTo(after) > 0)
            .OrderBy(row => row.Name)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    public async Task<bool> RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await Rows(context, tenant).SingleOrDefaultAsync(row => row.Name == name, cancellationToken) is not { } row)
        {
            return false;
        }

        // Takes the bytes' row first, as whoever adds a name does.
        await context.Database.ExecuteSqlAsync(
            $"UPDATE content_bytes SET hash = hash WHERE tenant = {tenant} AND hash = {row.Hash}",
            cancellationToken
        );
        await Rows(context, tenant).Where(one => one.Name == name).ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<MediaBytesRow>()
            .Where(one => one.Tenant == tenant && one.Hash == row.Hash)
            .Where(one => !Rows(context, tenant).Any(other => other.Hash == one.Hash))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static IQueryable<MediaEntryRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<MediaEntryRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
