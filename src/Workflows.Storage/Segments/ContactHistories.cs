using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Segments;

/// <summary>Reads contacts with what a segment's rules ask about, a few hundred at once.</summary>
internal static class ContactHistories
{
    /// <summary>The contacts with these ids, in id order.</summary>
    public static async Task<IReadOnlyList<ContactHistory>> ReadAsync(
        WorkflowsDbContext context,
        SegmentQuestion question,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var tenant = question.Tenant;
        var rows = await context
            .Set<ContactRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && ids.Contains(row.Id))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(context, tenant, ids, cancellationToken);
        var orders = question.Segment.UsesOrders ? await OrdersAsync(context, tenant, ids, cancellationToken) : null;
        var events = question.Segment.UsesEvents ? await EventsAsync(context, tenant, ids, cancellationToken) : null;
        return
        [
            .. rows.Select(row => new ContactHistory(
                State(row, names[row.Id]),
                orders is null ? [] : PaidOrder.Of(orders[row.Id].Select(OrderRows.Read)),
                events is null ? [] : [.. events[row.Id].Select(ReadEvent)]
            )),
        ];
    }

    private static async Task<ILookup<Guid, ContactIdentityRow>> NamesAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            await context
                .Set<ContactIdentityRow>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.ContactId) && row.Tenant + 0 == tenant)
                .OrderBy(row => row.Kind)
                .ThenBy(row => row.Value)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.ContactId);

    private static async Task<ILookup<Guid, OrderRow>> OrdersAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            await context
                .Set<OrderRow>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.ContactId) && row.Tenant + 0 == tenant && row.Counts)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.ContactId);

    private static async Task<ILookup<Guid, ContactEventRow>> EventsAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            await context
                .Set<ContactEventRow>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.ContactId) && row.Tenant + 0 == tenant)
                .OrderBy(row => row.At)
                .ThenBy(row => row.Source)
                .ThenBy(row => row.EventId)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.ContactId);

    private static ContactState State(ContactRow row, IEnumerable<ContactIdentityRow> names) =>
        ContactRows.Read(row, names.Select(name => new ContactIdentity((IdentityKind)name.Kind, name.Value)));

    private static PastEvent ReadEvent(ContactEventRow row) => new(row.Type, row.At, row.Source);
}
