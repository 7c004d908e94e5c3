using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Storage.WeCom;

/// <summary>Intents in the database.</summary>
internal sealed class SqlSendIntentStore(WorkflowsDbContextFactory contexts, WriteGate gate) : ISendIntentStore
{
    public async Task<bool> TryBeginAsync(SendIntent intent, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var isWritten =
            await SendIntentInserts.IntentAsync(context, intent, cancellationToken)
            && await SendIntentInserts.MessagesAsync(context, intent, cancellationToken);
        if (isWritten)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return isWritten;
    }

    public async Task<IReadOnlyDictionary<string, SendIntent>> FindAsync(
        int tenant,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var found = await context
            .Set<SendIntentMessageRow>()
            .AsNoTracking()
            .Where(message => message.Tenant == tenant && keys.Contains(message.Key))
            .Join(
                context.Set<SendIntentRow>(),
                message => message.IntentId,
                row => row.Id,
                (message, row) => new { message.Key, Row = row }
            )
            .ToListAsync(cancellationToken);
        var intents = found.DistinctBy(pair => pair.Row.Id).ToDictionary(pair => pair.Row.Id, pair => Read(pair.Row));
        return found.ToDictionary(pair => pair.Key, pair => intents[pair.Row.Id], StringComparer.Ordinal);
    }

    public async Task<SendIntent?> FindOpenAsync(
        int tenant,
        SendIntentKind kind,
        string sender,
        string outline,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<SendIntentRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                row =>
                    row.Tenant == tenant
                    && row.Kind == (short)kind
                    && row.Sender == sender
                    && row.Outline == outline
                    && row.Reference == null,
                cancellationToken
            );
        if (row is null)
        {
            return null;
        }

        var messages = await context
            .Set<SendIntentMessageRow>()
            .Where(message => message.IntentId == row.Id)
            .OrderBy(message => message.Key)
            .Select(message => new SendIntentMessage(message.Key, message.Recipient))
            .ToListAsync(cancellationToken);
        return Read(row) with { Messages = messages };
    }

    public async Task<IReadOnlyList<SendIntent>> FindNamelessAsync(
        int tenant,
        SendIntentKind kind,
        string outline,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<SendIntentRow>()
            .AsNoTracking()
            .Where(row =>
                row.Tenant == tenant
                && row.Kind == (short)kind
                && row.Outline == outline
                && row.Reference != null
                && row.Name == null
            )
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<SendIntent?> FindByReferenceAsync(
        int tenant,
        string reference,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<SendIntentRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Reference == reference, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlySet<string>> FindClaimedAsync(
        int tenant,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var claimed = await context
            .Set<SendIntentRow>()
            .Where(row => row.Tenant == tenant && row.Name != null && names.Contains(row.Name))
            .Select(row => row.Name!)
            .ToListAsync(cancellationToken);
        return claimed.ToHashSet(StringComparer.Ordinal);
    }

    public async Task<bool> MadeAsync(
        SendIntent intent,
        string reference,
        string? name,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await Open(context, intent)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(to => to.Reference, reference).SetProperty(to => to.Name, name),
                    cancellationToken
                ) == 1;
    }

    public async Task NameAsync(SendIntent intent, string name, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<SendIntentRow>()
            .Where(row => row.Id == intent.Id && row.Reference != null)
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.Name, name), cancellationToken);
    }

    public async Task<bool> VoidAsync(SendIntent intent, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        // The messages go with it: they are bound to it by a cascading key.
        return await Open(context, intent).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await context
            .Set<SendIntentRow>()
            .Where(row => row.Reference != null && row.StartedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<SendIntentRow> Open(WorkflowsDbContext context, SendIntent intent) =>
        context.Set<SendIntentRow>().Where(row => row.Id == intent.Id && row.Reference == null);

    private static SendIntent Read(SendIntentRow row) =>
        new(row.Id, row.Tenant, (SendIntentKind)row.Kind, row.Sender, row.Outline, row.StartedAt, [])
        {
            Reference = row.Reference,
            Name = row.Name,
        };
}
