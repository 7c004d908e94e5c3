using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Messages;

/// <summary>The outbox, and what became of its messages.</summary>
internal sealed class SqlMessageStore(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
    : IMessageStore
{
    // A leased message is due again when its lease ends, so one index serves both.
    private readonly string _lease = $$"""
        UPDATE messages SET attempts = attempts + 1, due_at = {0}, lease_owner = {1}
        WHERE id IN (SELECT id FROM messages WHERE state = 1 AND due_at <= {2} ORDER BY due_at, id LIMIT {3}
            {{(kind == StorageKind.Postgres ? "FOR UPDATE SKIP LOCKED" : "")}})
        RETURNING *
        """;

    public async Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken)
    {
        if (await NextDueAsync(cancellationToken) is not { } due || due > lease.Now)
        {
            // The usual answer of an idle outbox: no write, no flush.
            return [];
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var rows = await context
            .Set<MessageRow>()
            .FromSqlRaw(_lease, lease.Until.UtcTicks, lease.Owner, lease.Now.UtcTicks, lease.Count)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Id).Select(row => new LeasedMessage(row.Tenant, Message(row), row.Attempts)),
        ];
    }

    public async Task SettleAsync(
        string owner,
        IReadOnlyList<MessageSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var settlement in settlements)
        {
            var row = context
                .Set<MessageRow>()
                .Where(row =>
                    row.Tenant == settlement.Tenant
                    && row.Key == settlement.Key
                    && row.State == (short)MessageState.Queued
                    && row.LeaseOwner == owner
                );
            await SettleAsync(row, settlement, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<MessageRow>()
            .Where(row => row.State == (short)MessageState.Queued)
            .OrderBy(row => row.DueAt)
            .Select(row => (DateTimeOffset?)row.DueAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<MessageRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken);
        return row is null ? null : Record(row);
    }

    public async Task<IReadOnlyList<MessageRecord>> ListAsync(
        int tenant,
        MessageQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context.Set<MessageRow>().AsNoTracking().Where(row => row.Tenant == tenant);
        if (query.ContactId is { } contact)
        {
            rows = rows.Where(row => row.ContactId == contact);
        }

        if (query.State is { } state)
        {
            rows = rows.Where(row => row.State == (short)state);
        }

        var page = await rows.OrderByDescending(row => row.Id)
            .Skip(query.Skip)
            .Take(query.Take)
            .ToListAsync(cancellationToken);
        return [.. page.Select(Record)];
    }

    public async Task<int> RequeueAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await context
            .Set<MessageRow>()
            .Where(row => row.Tenant == tenant && row.State == (short)MessageState.Dead && keys.Contains(row.Key))
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.State, (short)MessageState.Queued)
                        .SetProperty(to => to.Attempts, 0)
                        .SetProperty(to => to.DueAt, dueAt)
                        .SetProperty(to => to.SettledAt, (DateTimeOffset?)null)
                        .SetProperty(to => to.LeaseOwner, (string?)null),
                cancellationToken
            );
    }

    private static Task<int> SettleAsync(
        IQueryable<MessageRow> row,
        MessageSettlement settlement,
        CancellationToken cancellationToken
    ) =>
        settlement switch
        {
            MessageSettlement.Delivered delivered => row.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(to => to.State, (short)MessageState.Delivered)
                        .SetProperty(to => to.SettledAt, delivered.At)
                        .SetProperty(to => to.Reference, delivered.Reference)
                        .SetProperty(to => to.LeaseOwner, (string?)null),
                cancellationToken
            ),
            MessageSettlement.Postponed postponed => row.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(to => to.DueAt, postponed.DueAt)
                        .SetProperty(to => to.LastError, Shorten(postponed.Reason))
                        .SetProperty(to => to.LeaseOwner, (string?)null),
                cancellationToken
            ),
            MessageSettlement.Dead dead => row.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(to => to.State, (short)MessageState.Dead)
                        .SetProperty(to => to.SettledAt, dead.At)
                        .SetProperty(to => to.LastError, Shorten(dead.Reason))
                        .SetProperty(to => to.LeaseOwner, (string?)null),
                cancellationToken
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(settlement), settlement, "Not a settlement we know."),
        };

    private static string Shorten(string reason) => reason.Length <= 2000 ? reason : reason[..2000];

    private static MessageRecord Record(MessageRow row) =>
        new(
            Message(row),
            (MessageState)row.State,
            row.Attempts,
            row.DueAt,
            row.SettledAt,
            row.Reference,
            row.LastError
        );

    private static OutboundMessage Message(MessageRow row) =>
        new(
            row.Key,
            row.ContactId,
            ContactIdentitiesJson.Read(row.Recipient),
            row.Channel,
            row.Template,
            row.Text,
            row.Purpose,
            row.CreatedAt,
            row.Journey,
            row.JourneyVersion
        );
}
