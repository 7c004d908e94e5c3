using Microsoft.EntityFrameworkCore;
using Workflows.Storage.GroupBuy;
using Workflows.Storage.Instances;
using Workflows.Storage.Limits;
using Workflows.Storage.Links;
using Workflows.Storage.Messages;
using Workflows.Storage.Places;
using Workflows.Storage.Referral;
using Workflows.Storage.Service;
using Workflows.Storage.Work;

namespace Workflows.Storage.Contacts;

/// <summary>Erases a customer who asks for it (L9: PIPL Art. 47): nothing that names or describes the person is left.</summary>
public sealed class ContactErasure
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal ContactErasure(WorkflowsDbContextFactory contexts, WriteGate gate) =>
        (_contexts, _gate) = (contexts, gate);

    /// <summary>
    /// Deletes the contact, its names, events, orders, words on consent, relations, seats, history, work orders, follow-ups, messages and journeys, in one
    /// transaction. A turn that runs for it meanwhile finds its work gone and is dropped.
    /// </summary>
    /// <returns>Whether there was such a contact.</returns>
    public async Task<bool> EraseAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var partition = Runtime.Durability.Partitions.Of(id);
        await context
            .Set<WorkItemRow>()
            .Where(row => row.Partition == partition && row.Subject == id && row.Tenant == tenant)
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<DeadWorkItemRow>().Where(row => row.Subject == id).ExecuteDeleteAsync(cancellationToken);
        await EraseJourneysAsync(context, tenant, id, cancellationToken);
        await new ContactLimits(context, tenant, cancellationToken).FreeAsync(id);
        await EraseRecordsAsync(context, tenant, id, cancellationToken);
        await new ContactMemberships(context, tenant, cancellationToken).EmptyAsync(id);
        var found = await context
            .Set<ContactRow>()
            .Where(row => row.Tenant == tenant && row.Id == id)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found > 0;
    }

    private static async Task EraseJourneysAsync(
        WorkflowsDbContext context,
        int tenant,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var instances = context
            .Set<InstanceRow>()
            .Where(row => row.Subject == id && row.Tenant == tenant)
            .Select(row => row.Id);
        await context
            .Set<BookmarkRow>()
            .Where(row => instances.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<JournalEntryRow>()
            .Where(row => instances.Contains(row.InstanceId))
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<InstanceRow>()
            .Where(row => row.Subject == id && row.Tenant == tenant)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task EraseRecordsAsync(WorkflowsDbContext context, int tenant, Guid id, CancellationToken ct)
    {
        var staff = await context
            .Set<RelationRow>()
            .Where(row => row.Tenant == tenant && row.ContactId == id && row.State != 3)
            .Select(row => row.StaffId)
            .OrderBy(name => name)
            .ToListAsync(ct);
        foreach (var member in staff)
        {
            await context
                .Set<StaffRow>()
                .Where(row => row.Tenant == tenant && row.Id == member && row.Load > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Load, row => row.Load - 1), ct);
        }

        await context
            .Set<RelationRow>()
            .Where(row => row.Tenant == tenant && row.ContactId == id)
            .ExecuteDeleteAsync(ct);
        await context.Set<ContactIdentityRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<ContactEventRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<OrderRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<ConsentRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<SubscriptionGrantRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<SeatRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        var work = context.Set<WorkOrderRow>().Where(row => row.ContactId == id).Select(row => row.Id);
        await context.Set<WorkOrderEntryRow>().Where(row => work.Contains(row.OrderId)).ExecuteDeleteAsync(ct);
        await context.Set<WorkOrderRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<FollowUpRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context.Set<HistoryRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        // The seat and its money stay, by a number that names nobody any more; what was told goes.
        await context.Set<TeamNewsRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        var keys = context
            .Set<MessageRow>()
            .Where(row => row.ContactId == id && row.Tenant == tenant)
            .Select(row => row.Key);
        await context
            .Set<TrackedLinkRow>()
            .Where(row => row.Tenant == tenant && keys.Contains(row.MessageKey))
            .ExecuteDeleteAsync(ct);
        await context.Set<MessageRow>().Where(row => row.ContactId == id).ExecuteDeleteAsync(ct);
        await context
            .Set<MergeRow>()
            .Where(row => row.Tenant == tenant && (row.FirstId == id || row.SecondId == id))
            .ExecuteDeleteAsync(ct);
    }
}
