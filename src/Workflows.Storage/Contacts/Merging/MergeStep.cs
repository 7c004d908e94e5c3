using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Storage.GroupBuy;
using Workflows.Storage.Instances;
using Workflows.Storage.Limits;
using Workflows.Storage.Messages;
using Workflows.Storage.Places;
using Workflows.Storage.Referral;
using Workflows.Storage.Service;

namespace Workflows.Storage.Contacts;

/// <summary>Moves everything of two contacts, inside the caller's transaction: to the older one, or back.</summary>
internal sealed class MergeStep(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    /// <summary>Makes one contact of two.</summary>
    /// <returns>What was moved; null when one of the two is gone or a turn was faster.</returns>
    public async Task<MergeRecord?> MergeAsync(Guid first, Guid second)
    {
        if (!await new MovingWork(context, tenant).RenewAsync([first, second], (_, _) => first, ct))
        {
            return null;
        }

        if (await ReadAsync(first, second) is not { } record)
        {
            return null;
        }

        var names = await NamesAsync(first);
        var merged = ContactMerge.Merge(
            ContactRows.Read(record.First, names.Select(Name)),
            ContactRows.Read(record.Second, record.Names.Select(Name))
        );
        await new MovingRows(context, tenant, ct).MoveAsync(record, second, first);
        await new ContactLimits(context, tenant, ct).MoveAsync(second, first, [.. record.Messages]);
        await ReplaceAsync(merged);
        await context.Set<ContactRow>().Where(row => row.Tenant == tenant && row.Id == second).ExecuteDeleteAsync(ct);
        await new PairedRows(context, tenant, ct).MergeAsync(first, record);
        await new PairedOrders(context, tenant, ct).MergeAsync(record);
        await new ContactMemberships(context, tenant, ct).MoveAsync(record.Memberships, first);
        return record;
    }

    /// <summary>Makes two contacts of one again.</summary>
    /// <returns>False when a turn was faster, or the contact is gone.</returns>
    public async Task<bool> PartAsync(MergeRecord record)
    {
        var (first, second) = (record.First.Id, record.Second.Id);
        var instances = record.Instances.ToHashSet();
        var isQuiet = await new MovingWork(context, tenant).RenewAsync(
            [first],
            (_, instance) => instance is { } id && instances.Contains(id) ? second : first,
            ct
        );
        var row = await context
            .Set<ContactRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Id == first, ct);
        if (!isQuiet || row is null)
        {
            return false;
        }

        var all = await NamesAsync(first);
        var firstNames = all.Where(name => !record.Names.Any(own => Name(own) == Name(name))).Select(Name).ToArray();
        var (now, before, other) = (
            ContactRows.Read(row, all.Select(Name)),
            ContactRows.Read(record.First, firstNames),
            ContactRows.Read(record.Second, record.Names.Select(Name))
        );
        await new MovingRows(context, tenant, ct).MoveAsync(record, first, second);
        await ReplaceAsync(ContactMerge.Part(now, before, other));
        context.Add(ContactRows.Write(tenant, ContactMerge.Leave(now, before, other)));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        await new PairedRows(context, tenant, ct).PartAsync(record);
        await new PairedOrders(context, tenant, ct).PartAsync(record);
        await new ContactMemberships(context, tenant, ct).MoveAsync(record.Memberships, second);
        return true;
    }

    private static ContactIdentity Name(ContactIdentityRow row) => new((IdentityKind)row.Kind, row.Value);

    private async Task<MergeRecord?> ReadAsync(Guid first, Guid second)
    {
        var rows = await context
            .Set<ContactRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && (row.Id == first || row.Id == second))
            .ToListAsync(ct);
        if (rows.Count < 2)
        {
            return null;
        }

        var events = await context
            .Set<ContactEventRow>()
            .Where(row => row.ContactId == second && row.Tenant + 0 == tenant)
            .Select(row => new { row.Source, row.EventId })
            .ToListAsync(ct);
        return new MergeRecord
        {
            First = rows.Single(row => row.Id == first),
            Second = rows.Single(row => row.Id == second),
            Relations = await context
                .Set<RelationRow>()
                .AsNoTracking()
                .Where(row => row.Tenant == tenant && (row.ContactId == first || row.ContactId == second))
                .ToListAsync(ct),
            Seats = await context
                .Set<SeatRow>()
                .AsNoTracking()
                .Where(row => row.Tenant + 0 == tenant && (row.ContactId == first || row.ContactId == second))
                .ToListAsync(ct),
            Orders = await context
                .Set<OrderRow>()
                .AsNoTracking()
                .Where(row => (row.ContactId == first || row.ContactId == second) && row.Tenant + 0 == tenant)
                .ToListAsync(ct),
            Names = await NamesAsync(second),
            Events = events
                .GroupBy(row => row.Source, row => row.EventId, StringComparer.Ordinal)
                .ToDictionary(own => own.Key, own => own.ToArray(), StringComparer.Ordinal),
            History = await context
                .Set<HistoryRow>()
                .Where(row => row.ContactId == second && row.Tenant + 0 == tenant)
                .Select(row => row.Key)
                .ToListAsync(ct),
            WorkOrders = await context
                .Set<WorkOrderRow>()
                .Where(row => row.ContactId == second && row.Tenant == tenant)
                .Select(row => row.Id)
                .ToListAsync(ct),
            FollowUps = await context
                .Set<FollowUpRow>()
                .Where(row => row.ContactId == second && row.Tenant == tenant)
                .Select(row => row.Key)
                .ToListAsync(ct),
            Messages = await context
                .Set<MessageRow>()
                .Where(row => row.ContactId == second && row.Tenant + 0 == tenant)
                .Select(row => row.Id)
                .ToListAsync(ct),
            Memberships = await new ContactMemberships(context, tenant, ct).OfAsync(second),
            Instances = await context
                .Set<InstanceRow>()
                .Where(row => row.Subject == second && row.Tenant == tenant)
                .Select(row => row.Id)
                .ToListAsync(ct),
            Teams = await new MovingTeams(context, tenant, ct).ReadAsync(second, first),
        };
    }

    private Task<List<ContactIdentityRow>> NamesAsync(Guid contact) =>
        context
            .Set<ContactIdentityRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == contact && row.Tenant + 0 == tenant)
            .OrderBy(row => row.Kind)
            .ThenBy(row => row.Value)
            .ToListAsync(ct);

    private async Task ReplaceAsync(ContactState contact)
    {
        context.Update(ContactRows.Write(tenant, contact));
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }
}
