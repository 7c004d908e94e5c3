using Microsoft.EntityFrameworkCore;
using Workflows.Runtime.Durability;
using Workflows.Storage.GroupBuy;
using Workflows.Storage.Instances;
using Workflows.Storage.Messages;
using Workflows.Storage.Service;

namespace Workflows.Storage.Contacts;

/// <summary>Gives rows whose keys do not name their contact to another one: they change their owner and nothing else.</summary>
internal sealed class MovingRows(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    public async Task MoveAsync(MergeRecord record, Guid from, Guid to)
    {
        foreach (var name in record.Names)
        {
            await context
                .Set<ContactIdentityRow>()
                .Where(row => row.Tenant == tenant && row.Kind == name.Kind && row.Value == name.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }

        foreach (var (source, ids) in record.Events)
        {
            foreach (var some in ids.Chunk(500))
            {
                await MoveEventsAsync(source, some, to);
            }
        }

        foreach (var some in record.History.Chunk(500))
        {
            await context
                .Set<HistoryRow>()
                .Where(row => row.Tenant == tenant && some.Contains(row.Key))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }

        foreach (var some in record.WorkOrders.Chunk(500))
        {
            await context
                .Set<WorkOrderRow>()
                .Where(row => row.Tenant == tenant && some.Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }

        foreach (var some in record.FollowUps.Chunk(500))
        {
            await context
                .Set<FollowUpRow>()
                .Where(row => row.Tenant == tenant && some.Contains(row.Key))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        }

        foreach (var some in record.Messages.Chunk(500))
        {
            await context
                .Set<MessageRow>()
                .Where(row => some.Contains(row.Id))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.ContactId, to)
                            .SetProperty(row => row.Subject, row => row.Subject == from ? to : row.Subject),
                    ct
                );
        }

        foreach (var some in record.Instances.Chunk(500))
        {
            await MoveInstancesAsync(some, to);
        }

        await new MovingTeams(context, tenant, ct).MoveAsync(record.Teams, to);
    }

    private async Task MoveEventsAsync(string source, string[] ids, Guid to)
    {
        await context
            .Set<ContactEventRow>()
            .Where(row => row.Tenant == tenant && row.Source == source && ids.Contains(row.EventId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        await context
            .Set<ConsentRow>()
            .Where(row => row.Tenant == tenant && row.EventSource == source && ids.Contains(row.EventId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
        await context
            .Set<SubscriptionGrantRow>()
            .Where(row => row.Tenant == tenant && row.EventSource == source && ids.Contains(row.EventId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ContactId, to), ct);
    }

    private async Task MoveInstancesAsync(Guid[] ids, Guid to)
    {
        var partition = Partitions.Of(to);
        // The next revision, so that nobody commits what was loaded before.
        await context
            .Set<InstanceRow>()
            .Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Subject, to)
                        .SetProperty(row => row.Partition, partition)
                        .SetProperty(row => row.Revision, row => row.Revision + 1),
                ct
            );
        await context
            .Set<BookmarkRow>()
            .Where(row => row.Tenant == tenant && ids.Contains(row.InstanceId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Subject, to), ct);
        await context
            .Set<JournalEntryRow>()
            .Where(row => ids.Contains(row.InstanceId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Subject, to), ct);
    }
}
