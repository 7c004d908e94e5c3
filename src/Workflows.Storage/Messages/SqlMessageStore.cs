using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Messages;

/// <summary>The outbox, and what became of its messages.</summary>
internal sealed class SqlMessageStore(
    WorkflowsDbContextFactory contexts,
    WriteGate gate,
    MessageLeases leases,
    IMessageLedger ledger,
    WorkSignal signal
) : IMessageStore
{
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(MessageLease lease, CancellationToken cancellationToken) =>
        leases.TakeAsync(lease, cancellationToken);

    public Task<IReadOnlyList<SubmittedMessage>> LeaseSubmittedAsync(
        MessageLease lease,
        CancellationToken cancellationToken
    ) => leases.TakeSubmittedAsync(lease, cancellationToken);

    public async Task<LeasedMessage?> AddAsync(
        int tenant,
        OutboundMessage message,
        MessageLease lease,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var row = MessageRow.Leased(tenant, message, lease);
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return row.ToLeased(lease);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The key's unique index refused it, or something is really wrong.
            if (await FindAsync(tenant, message.Key, cancellationToken) is null)
            {
                throw;
            }

            return null;
        }
    }

    public async Task SettleAsync(
        string owner,
        IReadOnlyList<MessageSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        if (settlements.Count > 0)
        {
            MessageChange[] changes = [.. settlements.Select(MessageChange.Of)];
            signal.Raise(await ledger.SettleAsync(owner, changes, cancellationToken));
        }
    }

    public async Task<int> TakeBackAsync(
        int tenant,
        IReadOnlyList<string> keys,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var rows = context.Set<MessageRow>().Where(row => row.Tenant == tenant && keys.Contains(row.Key));
        return await MessageRecall.TakeBackAsync(rows, at, cancellationToken);
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        leases.NextDueAsync(cancellationToken);

    public async Task<MessageRecord?> FindAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<MessageRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<MessageRecord>> ListAsync(
        int tenant,
        MessageQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context.Set<MessageRow>().AsNoTracking().Where(row => row.Tenant == tenant);
        var page = await Filter(rows, query)
            .OrderByDescending(row => row.Id)
            .Skip(query.Skip)
            .Take(query.Take)
            .ToListAsync(cancellationToken);
        return [.. page.Select(row => row.ToRecord())];
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
                        // The next attempt is not the first one: its channel asks whether an earlier one arrived.
                        .SetProperty(to => to.Attempts, from => from.Attempts == 0 ? 0 : 1)
                        .SetProperty(to => to.DueAt, dueAt)
                        .SetProperty(to => to.SettledAt, (DateTimeOffset?)null)
                        .SetProperty(to => to.Outcome, (short?)null)
                        .SetProperty(to => to.ReasonCode, (string?)null)
                        .SetProperty(to => to.TakenBackAt, (DateTimeOffset?)null)
                        .SetProperty(to => to.LeaseOwner, (string?)null),
                cancellationToken
            );
    }

    private static IQueryable<MessageRow> Filter(IQueryable<MessageRow> rows, MessageQuery query)
    {
        rows = query.ContactId is { } contact ? rows.Where(row => row.ContactId == contact) : rows;
        rows = query.State is { } state ? rows.Where(row => row.State == (short)state) : rows;
        rows = query.Outcome is { } outcome ? rows.Where(row => row.Outcome == (short)outcome) : rows;
        rows = query.ReasonCode is { } code ? rows.Where(row => row.ReasonCode == code) : rows;
        rows = query.Address is { } address ? rows.Where(row => row.Address == address) : rows;
        rows = query.Carrier is { } carrier ? rows.Where(row => row.Carrier == (short)carrier) : rows;
        return query.Journey is { } journey ? rows.Where(row => row.Journey == journey) : rows;
    }
}
