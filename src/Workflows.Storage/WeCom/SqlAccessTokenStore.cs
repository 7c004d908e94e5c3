using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.Tokens;

namespace Workflows.Storage.WeCom;

/// <summary>Access tokens in the database.</summary>
internal sealed class SqlAccessTokenStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IAccessTokenStore
{
    private const string Lock = """
        INSERT INTO wecom_tokens (account, lock_owner, lock_until) VALUES ({0}, {1}, {2})
        ON CONFLICT (account) DO UPDATE SET lock_owner = excluded.lock_owner, lock_until = excluded.lock_until
        WHERE wecom_tokens.lock_until IS NULL OR wecom_tokens.lock_until <= {3}
        """;

    public async Task<AccessToken?> FindAsync(string account, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<AccessTokenRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Account == account, cancellationToken);
        return row is { Token: { } token, ExpiresAt: { } expiresAt } ? new AccessToken(token, expiresAt) : null;
    }

    public async Task<bool> TryLockAsync(
        string account,
        string owner,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        object[] values = [account, owner, until.UtcTicks, now.UtcTicks];
        return await context.Database.ExecuteSqlRawAsync(Lock, values, cancellationToken) == 1;
    }

    public async Task SaveAsync(string account, string owner, AccessToken token, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await Held(context, account, owner)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.Token, token.Value)
                        .SetProperty(to => to.ExpiresAt, token.ExpiresAt)
                        .SetProperty(to => to.LockOwner, (string?)null)
                        .SetProperty(to => to.LockUntil, (DateTimeOffset?)null),
                cancellationToken
            );
    }

    public async Task ReleaseAsync(string account, string owner, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await Held(context, account, owner)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.LockOwner, (string?)null)
                        .SetProperty(to => to.LockUntil, (DateTimeOffset?)null),
                cancellationToken
            );
    }

    private static IQueryable<AccessTokenRow> Held(WorkflowsDbContext context, string account, string owner) =>
        context.Set<AccessTokenRow>().Where(row => row.Account == account && row.LockOwner == owner);
}
