using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>
/// Takes messages out of the outbox. A leased message is due again when its lease ends, so the indexes that find what is
/// due find abandoned ones too.
/// </summary>
internal sealed class MessageLeases(WorkflowsDbContextFactory contexts, WriteGate gate, StorageKind kind)
{
    // Jumps from one state, channel and priority to the next in the index: as many steps as there are such, however many
    // rows wait.
    private const string Heads = """
        WITH RECURSIVE heads (id) AS (
            SELECT (SELECT id FROM messages WHERE state IN (1, 5) ORDER BY state, channel, priority, due_at LIMIT 1)
            UNION ALL
            SELECT (SELECT n.id FROM messages n WHERE n.state IN (1, 5) AND (n.state, n.channel, n.priority) >
                    ((SELECT state FROM messages WHERE id = heads.id),
                     (SELECT channel FROM messages WHERE id = heads.id),
                     (SELECT priority FROM messages WHERE id = heads.id))
                ORDER BY n.state, n.channel, n.priority, n.due_at LIMIT 1)
            FROM heads WHERE heads.id IS NOT NULL)
        SELECT m.state AS "State", m.channel AS "Channel", m.priority AS "Priority", m.due_at AS "DueAt"
        FROM heads JOIN messages m ON m.id = heads.id
        """;

    // A deferred message is queued again, and due again when its lease ends.
    private readonly string _take = $$"""
        UPDATE messages SET attempts = attempts + 1, first_at = COALESCE(first_at, {2}), state = 1, due_at = {0},
            lease_owner = {1}
        WHERE id IN (SELECT id FROM messages WHERE state = {6} AND channel = {3} AND priority = {4}
            AND due_at <= {7} ORDER BY due_at, id LIMIT {5} {{(
            kind == StorageKind.Postgres ? "FOR UPDATE SKIP LOCKED" : ""
        )}})
        RETURNING *
        """;

    // Whole tasks: two hosts never ask about, remind or take back the same one. Whoever comes second waits for the rows,
    // and then finds them leased.
    private readonly string _takeSubmitted = $$"""
        UPDATE messages SET lease_until = {0}, lease_owner = {1}
        WHERE id IN (SELECT id FROM messages WHERE state = 4 AND (lease_owner IS NULL OR lease_until <= {2})
                AND reference IN (SELECT reference FROM messages WHERE state = 4 AND due_at <= {4}
                    AND (lease_owner IS NULL OR lease_until <= {2}) ORDER BY due_at, id LIMIT {3})
            ORDER BY id {{(kind == StorageKind.Postgres ? "FOR UPDATE" : "")}})
        RETURNING *
        """;

    public async Task<IReadOnlyList<LeasedMessage>> TakeAsync(MessageLease lease, CancellationToken cancellationToken)
    {
        var due = (await HeadsAsync(cancellationToken)).FindAll(head => head.IsDue(lease));
        if (due.Count == 0)
        {
            // The usual answer of an idle outbox: no write, no flush.
            return [];
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var rows = new List<MessageRow>();
        var rooms = new LeaseRooms(lease);
        foreach (var head in due.OrderByDescending(head => head.Priority).ThenBy(head => head.DueAt))
        {
            if (rooms.Of(head.Channel) is > 0 and var room)
            {
                var taken = await TakeAsync(context, lease, head, room, cancellationToken);
                rooms.Use(head.Channel, taken.Count);
                rows.AddRange(taken);
            }
        }

        return
        [
            .. rows.OrderByDescending(row => row.Priority).ThenBy(row => row.Id).Select(row => row.ToLeased(lease)),
        ];
    }

    public async Task<IReadOnlyList<SubmittedMessage>> TakeSubmittedAsync(
        MessageLease lease,
        CancellationToken cancellationToken
    )
    {
        if (await NextCheckAsync(cancellationToken) is not { } due || due > lease.Time)
        {
            return [];
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var rows = await context
            .Set<MessageRow>()
            .FromSqlRaw(
                _takeSubmitted,
                lease.Until.UtcTicks,
                lease.Owner,
                lease.Now.UtcTicks,
                lease.Count,
                lease.Time.UtcTicks
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Reference, StringComparer.Ordinal)
                .ThenBy(row => row.Id)
                .Select(row => row.ToSubmitted()),
        ];
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        var heads = await HeadsAsync(cancellationToken);
        var send = heads.Count == 0 ? (DateTimeOffset?)null : new(heads.Min(head => head.DueAt), TimeSpan.Zero);
        var check = await NextCheckAsync(cancellationToken);
        return send is null || check < send ? check : send;
    }

    private async Task<List<MessageHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context.Database.SqlQueryRaw<MessageHead>(Heads).ToListAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> NextCheckAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<MessageRow>()
            .Where(row => row.State == (short)MessageState.Submitted)
            .OrderBy(row => row.DueAt)
            .Select(row => (DateTimeOffset?)row.DueAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private Task<List<MessageRow>> TakeAsync(
        WorkflowsDbContext context,
        MessageLease lease,
        MessageHead head,
        int room,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<MessageRow>()
            .FromSqlRaw(
                _take,
                lease.Until.UtcTicks,
                lease.Owner,
                lease.Now.UtcTicks,
                head.Channel,
                head.Priority,
                room,
                head.State,
                head.TimeOf(lease).UtcTicks
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
}
