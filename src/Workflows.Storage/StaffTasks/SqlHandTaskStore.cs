using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Messages;

namespace Workflows.Storage.StaffTasks;

/// <summary>The tasks that people do, beside their messages.</summary>
internal sealed class SqlHandTaskStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IHandTaskStore
{
    private static readonly short[] Open = [(short)HandTaskState.Prepared, (short)HandTaskState.Reminded];

    public async Task AddAsync(HandTask task, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO staff_tasks (reference, tenant, key, staff, state, prepared_at, due_by, reminders)
            VALUES ({task.Reference}, {task.Tenant}, {task.Message.Key}, {task.Staff}, {(short)task.State},
                {task.PreparedAt.UtcTicks}, {task.DueBy.UtcTicks}, {task.Reminders})
            ON CONFLICT (reference) DO NOTHING
            """,
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<HandTask>> FindAsync(
        IReadOnlyCollection<string> references,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context.Set<HandTaskRow>().Where(row => references.Contains(row.Reference));
        return await ReadAsync(context, rows, cancellationToken);
    }

    public async Task<IReadOnlyList<HandTask>> ListAsync(
        int tenant,
        HandTaskQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context.Set<HandTaskRow>().Where(row => row.Tenant == tenant);
        rows = query.Staff is { } staff ? rows.Where(row => row.Staff == staff) : rows;
        rows = query.State is { } state
            ? rows.Where(row => row.State == (short)state)
            : rows.Where(row => Open.Contains(row.State));
        rows = query.OverdueAt is { } at ? rows.Where(row => row.DueBy < at) : rows;
        var page = rows.OrderBy(row => row.DueBy).ThenBy(row => row.Reference).Skip(query.Skip).Take(query.Take);
        var found = await ReadAsync(context, page, cancellationToken);
        return [.. found.OrderBy(task => task.DueBy).ThenBy(task => task.Reference, StringComparer.Ordinal)];
    }

    public async Task RemindAsync(string reference, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await OpenRow(context, reference)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.State, (short)HandTaskState.Reminded)
                        .SetProperty(to => to.Reminders, from => from.Reminders + 1),
                cancellationToken
            );
    }

    public async Task WithdrawAsync(string reference, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await OpenRow(context, reference)
            .ExecuteUpdateAsync(
                row => row.SetProperty(to => to.State, (short)HandTaskState.Withdrawn),
                cancellationToken
            );
    }

    public async Task CompleteAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<HandTaskRow>()
            .Where(row => references.Contains(row.Reference) && row.State == (short)HandTaskState.Confirmed)
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.State, (short)HandTaskState.Sent), cancellationToken);
    }

    public async Task<bool> FinishAsync(
        int tenant,
        string reference,
        HandTaskState state,
        string by,
        string? note,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await OpenRow(context, reference)
            .Where(row => row.Tenant == tenant)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.State, (short)state)
                        .SetProperty(to => to.DoneBy, by)
                        .SetProperty(to => to.DoneAt, at)
                        .SetProperty(to => to.Note, note),
                cancellationToken
            );
        await context
            .Set<MessageRow>()
            .Where(row =>
                row.State == (short)MessageState.Submitted && row.Reference == reference && row.LeaseOwner == null
            )
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.DueAt, at), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed == 1;
    }

    private static IQueryable<HandTaskRow> OpenRow(WorkflowsDbContext context, string reference) =>
        context.Set<HandTaskRow>().Where(row => row.Reference == reference && Open.Contains(row.State));

    private static async Task<IReadOnlyList<HandTask>> ReadAsync(
        WorkflowsDbContext context,
        IQueryable<HandTaskRow> rows,
        CancellationToken cancellationToken
    )
    {
        var found = await rows.AsNoTracking()
            .Join(
                context.Set<MessageRow>().AsNoTracking(),
                task => new { task.Tenant, task.Key },
                message => new { message.Tenant, message.Key },
                (task, message) => new { task, message }
            )
            .ToListAsync(cancellationToken);
        return [.. found.Select(pair => Read(pair.task, pair.message))];
    }

    private static HandTask Read(HandTaskRow row, MessageRow message) =>
        new(row.Tenant, row.Reference, message.ToRecord().Message, row.PreparedAt, row.DueBy)
        {
            State = (HandTaskState)row.State,
            Reminders = row.Reminders,
            DoneAt = row.DoneAt,
            DoneBy = row.DoneBy,
            Note = row.Note,
        };
}
