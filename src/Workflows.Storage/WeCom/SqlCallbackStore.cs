using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Storage.WeCom;

/// <summary>The inbox of WeCom's callbacks.</summary>
internal sealed class SqlCallbackStore(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
    : ICallbackStore
{
    private readonly string _lease = $$"""
        UPDATE wecom_callbacks SET attempts = attempts + 1, due_at = {0}, lease_owner = {1}
        WHERE id IN (SELECT id FROM wecom_callbacks WHERE state = 1 AND tenant = {4} AND due_at <= {2}
            ORDER BY due_at, id LIMIT {3} {{(kind == StorageKind.Postgres ? "FOR UPDATE SKIP LOCKED" : "")}})
        RETURNING *
        """;

    public async Task<IReadOnlyList<CallbackReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<CallbackRecord> requests,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var fresh = await CallbackInserts.NoncesAsync(context, tenant, requests, cancellationToken);
        // Each nonce and each key counts for the first request that has it.
        CallbackRecord?[] taken = [.. requests.Select(request => fresh.Remove(request.Nonce) ? request : null)];
        var added = await CallbackInserts.CallbacksAsync(
            context,
            tenant,
            [.. taken.OfType<CallbackRecord>()],
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return
        [
            .. taken.Select(request =>
                request is null ? CallbackReceipt.Replayed
                : added.Remove(request.Key) ? CallbackReceipt.Accepted
                : CallbackReceipt.Known
            ),
        ];
    }

    public async Task<IReadOnlyList<LeasedCallback>> LeaseAsync(
        int tenant,
        string owner,
        int count,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        if (!await IsAnyDueAsync(tenant, now, cancellationToken))
        {
            // The usual answer of an idle inbox: no write, no flush.
            return [];
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var rows = await context
            .Set<CallbackRow>()
            .FromSqlRaw(_lease, until.UtcTicks, owner, now.UtcTicks, count, tenant)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Id)
                .Select(row => new LeasedCallback(row.Key, row.Xml, row.ReceivedAt, row.Attempts)),
        ];
    }

    public async Task SettleAsync(
        int tenant,
        string owner,
        IReadOnlyList<CallbackSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Nearly all of a batch end alike: a few statements, not one a row.
        foreach (var group in settlements.GroupBy(one => (one.State, one.At, one.Reason)))
        {
            var keys = group.Select(one => one.Key).ToArray();
            var (state, at, reason) = group.Key;
            var isQueued = state == CallbackState.Queued;
            await context
                .Set<CallbackRow>()
                .Where(row =>
                    row.Tenant == tenant && keys.Contains(row.Key) && row.State == 1 && row.LeaseOwner == owner
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, (short)state)
                            .SetProperty(row => row.DueAt, at)
                            .SetProperty(row => row.SettledAt, isQueued ? null : at)
                            .SetProperty(row => row.LastError, Shorten(reason))
                            .SetProperty(row => row.LeaseOwner, (string?)null),
                    cancellationToken
                );
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<WelcomeTicket?> FindWelcomeAsync(
        int tenant,
        string customer,
        string? staff,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await context
            .Set<CallbackRow>()
            .Where(row =>
                row.Tenant == tenant
                && row.Customer == customer
                && row.WelcomeCode != null
                && (staff == null || row.Staff == staff)
            )
            .OrderByDescending(row => row.Id)
            .Select(row => new WelcomeTicket(row.Customer!, row.Staff!, row.WelcomeCode!, row.ReceivedAt))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<int> RemoveAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<CallbackNonceRow>()
            .Where(row => row.ExpiresAt < now && row.Tenant == tenant)
            .ExecuteDeleteAsync(cancellationToken);
        return await context
            .Set<CallbackRow>()
            .Where(row => row.SettledAt < settledBefore && row.Tenant == tenant)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> IsAnyDueAsync(int tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<CallbackRow>()
            .AnyAsync(row => row.State == 1 && row.DueAt <= now && row.Tenant == tenant, cancellationToken);
    }

    private static string? Shorten(string? reason) => reason is { Length: > 2000 } ? reason[..2000] : reason;
}
