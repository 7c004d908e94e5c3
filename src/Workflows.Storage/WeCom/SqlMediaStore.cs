using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Media;

namespace Workflows.Storage.WeCom;

/// <summary>Ids of uploaded files in the database.</summary>
internal sealed class SqlMediaStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IMediaStore
{
    private const string Save = """
        INSERT INTO wecom_media (account, purpose, fingerprint, media_id, expires_at) VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT (account, purpose, fingerprint) DO UPDATE
        SET media_id = excluded.media_id, expires_at = excluded.expires_at
        WHERE wecom_media.expires_at < excluded.expires_at
        """;

    public async Task<string?> FindAsync(MediaKey key, DateTimeOffset goodAt, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<MediaRow>()
            .Where(row =>
                row.Account == key.Account
                && row.Purpose == key.Purpose
                && row.Fingerprint == key.Fingerprint
                && row.ExpiresAt > goodAt
            )
            .Select(row => row.MediaId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task SaveAsync(
        MediaKey key,
        string mediaId,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        object[] values = [key.Account, key.Purpose, key.Fingerprint, mediaId, expiresAt.UtcTicks];
        await context.Database.ExecuteSqlRawAsync(Save, values, cancellationToken);
    }

    public async Task ForgetAsync(string account, string mediaId, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<MediaRow>()
            .Where(row => row.Account == account && row.MediaId == mediaId)
            .ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await context.Set<MediaRow>().Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
