using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeChat.Subscriptions;

namespace Workflows.Storage.Contacts;

/// <summary>The approvals of subscribe messages in the database, each used by one statement.</summary>
internal sealed class SqlSubscriptionLedger(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
    : ISubscriptionLedger
{
    // Two messages at once take two approvals, or one of them none: what the other is about to take is passed over.
    private readonly string _take = $$"""
        UPDATE subscription_grants SET message_key = {1}
        WHERE id = (SELECT g.id FROM subscription_grants g
                WHERE g.tenant = {0} AND g.contact_id = {2} AND g.channel = {3} AND g.template = {4}
                    AND g.message_key IS NULL AND g.void_at IS NULL
                ORDER BY g.at, g.id LIMIT 1 {{(kind == StorageKind.Postgres ? "FOR UPDATE SKIP LOCKED" : "")}})
            AND NOT EXISTS (SELECT 1 FROM subscription_grants m WHERE m.tenant = {0} AND m.message_key = {1})
        """;

    public async Task<IReadOnlySet<string>> TakeAsync(
        int tenant,
        IReadOnlyList<SubscriptionNeed> needs,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        foreach (var need in needs)
        {
            await context.Database.ExecuteSqlRawAsync(
                _take,
                [tenant, need.Key, Stored(need.ContactId), need.Channel, need.Template],
                cancellationToken
            );
        }

        string[] keys = [.. needs.Select(need => need.Key)];
        var taken = await Rows(context, tenant)
            .Where(row => row.VoidAt == null && row.MessageKey != null && keys.Contains(row.MessageKey))
            .Select(row => row.MessageKey!)
            .ToListAsync(cancellationToken);
        return taken.ToHashSet(StringComparer.Ordinal);
    }

    public async Task GiveBackAsync(int tenant, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await Rows(context, tenant)
            .Where(row => row.VoidAt == null && row.MessageKey != null && keys.Contains(row.MessageKey))
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.MessageKey, (string?)null), cancellationToken);
    }

    public async Task VoidAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var used = await Rows(context, tenant)
            .Where(row => row.MessageKey != null && keys.Contains(row.MessageKey))
            .ToListAsync(cancellationToken);
        foreach (var one in used)
        {
            await Rows(context, tenant)
                .Where(row => row.ContactId == one.ContactId)
                .Where(row => row.Channel == one.Channel && row.Template == one.Template && row.VoidAt == null)
                .Where(row => row.Id == one.Id || (row.MessageKey == null && row.At <= at))
                .ExecuteUpdateAsync(row => row.SetProperty(to => to.VoidAt, at), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<SubscriptionBalance>> ListAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant).Where(row => row.ContactId == contactId).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Channel, row.Template))
                .OrderBy(group => group.Key.Channel, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Template, StringComparer.Ordinal)
                .Select(group => new SubscriptionBalance(
                    group.Key.Channel,
                    group.Key.Template,
                    group.Count(row => row is { MessageKey: null, VoidAt: null }),
                    group.Count(row => row is { MessageKey: not null, VoidAt: null }),
                    group.Count(row => row.VoidAt is not null)
                )),
        ];
    }

    // SQLite keeps ids as their bytes, in the order of their text.
    private object Stored(Guid id) => kind == StorageKind.Postgres ? id : id.ToByteArray(bigEndian: true);

    private static IQueryable<SubscriptionGrantRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<SubscriptionGrantRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
