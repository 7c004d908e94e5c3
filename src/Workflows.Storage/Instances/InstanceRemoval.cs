using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Messages;
using Workflows.Storage.Work;

namespace Workflows.Storage.Instances;

/// <summary>
/// Deletes instances with everything that is theirs: history, bookmarks and waiting work. Their messages stay as what was
/// said to contacts; those that are still on their way are taken back.
/// </summary>
public sealed class InstanceRemoval
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;
    private readonly TimeProvider _clock;

    internal InstanceRemoval(WorkflowsDbContextFactory contexts, WriteGate gate, TimeProvider clock) =>
        (_contexts, _gate, _clock) = (contexts, gate, clock);

    /// <summary>Deletes instances in one transaction.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync(int tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context
            .Set<InstanceRow>()
            .Where(row => row.Tenant == tenant && ids.Contains(row.Id))
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        await MessageRecall.TakeBackAsync(
            context
                .Set<MessageRow>()
                .Where(row => row.Tenant == tenant && row.InstanceId != null && found.Contains(row.InstanceId.Value)),
            _clock.GetUtcNow(),
            cancellationToken
        );
        await context
            .Set<BookmarkRow>()
            .Where(row => row.Tenant == tenant && found.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<WorkItemRow>()
            .Where(row => row.InstanceId != null && found.Contains(row.InstanceId.Value))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<JournalEntryRow>()
            .Where(row => found.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<InstanceRow>().Where(row => found.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found.Count;
    }
}
