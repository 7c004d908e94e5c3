using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Products;
using Workflows.Storage.Definitions;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Contacts;

/// <summary>Puts together what is known of one contact; every part is found by the contact, so it costs the same among millions.</summary>
public sealed class ContactOverviews
{
    private const int MostJourneys = 50;
    private const int MostOrders = 100;
    private const int PageSize = 1_000;
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly IContactStore _contacts;
    private readonly IConsentLedger _consents;
    private readonly IGroupRegister _groups;
    private readonly IProductRegister _products;

    internal ContactOverviews(
        WorkflowsDbContextFactory contexts,
        IContactStore contacts,
        IConsentLedger consents,
        IGroupRegister groups,
        IProductRegister products
    ) => (_contexts, _contacts, _consents, _groups, _products) = (contexts, contacts, consents, groups, products);

    /// <summary>The overview with one page of the timeline; null where there is no such contact.</summary>
    /// <param name="tenant">Whose contact.</param>
    /// <param name="id">Which contact.</param>
    /// <param name="cursor">Where the page begins.</param>
    /// <param name="count">How many entries at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ContactOverview?> FindAsync(
        int tenant,
        Guid id,
        TimelineCursor cursor,
        int count,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (await _contacts.FindAsync(tenant, id, cancellationToken) is not { } contact)
        {
            return null;
        }

        await using var context = _contexts.Create();
        var timeline = new Timeline(context, tenant, id);
        var (page, next) = await timeline.PageAsync(cursor, count, cancellationToken);
        var orders = await OrdersAsync(context, tenant, id, MostOrders, cancellationToken);
        return new ContactOverview(
            contact,
            await _consents.ListAsync(tenant, id, cancellationToken),
            await _groups.ListSeatsAsync(tenant, id, cancellationToken),
            orders,
            await ProductsAsync(tenant, orders, cancellationToken),
            await context
                .Set<ContactEventRow>()
                .CountAsync(row => row.ContactId == id && row.Tenant + 0 == tenant, cancellationToken),
            await JourneysAsync(context, tenant, id, cancellationToken),
            page,
            next
        );
    }

    /// <summary>The overview with the whole timeline; null where there is no such contact.</summary>
    public async Task<ContactOverview?> ExportAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        var first = await FindAsync(tenant, id, TimelineCursor.Start, PageSize, cancellationToken);
        if (first is null)
        {
            return null;
        }

        await using var context = _contexts.Create();
        var timeline = new Timeline(context, tenant, id);
        var all = first.Timeline.ToList();
        for (var next = first.Next; next is not null; )
        {
            (var page, next) = await timeline.PageAsync(next, PageSize, cancellationToken);
            all.AddRange(page);
        }

        var orders = await OrdersAsync(context, tenant, id, int.MaxValue, cancellationToken);
        return first with
        {
            Orders = orders,
            Products = await ProductsAsync(tenant, orders, cancellationToken),
            Timeline = all,
            Next = null,
        };
    }

    private Task<IReadOnlyList<Product>> ProductsAsync(
        int tenant,
        IReadOnlyList<KnownOrder> orders,
        CancellationToken cancellationToken
    ) =>
        _products.FindAsync(
            tenant,
            [.. orders.SelectMany(order => order.Lines).Select(line => line.Sku).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );

    private static async Task<IReadOnlyList<KnownOrder>> OrdersAsync(
        WorkflowsDbContext context,
        int tenant,
        Guid id,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await context
            .Set<OrderRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == id && row.Tenant + 0 == tenant)
            .OrderBy(row => row.PaidAt == null)
            .ThenByDescending(row => row.PaidAt)
            .ThenBy(row => row.Source)
            .ThenBy(row => row.Number)
            .Take(most)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(OrderRows.Read);
    }

    private static async Task<IReadOnlyList<string>> JourneysAsync(
        WorkflowsDbContext context,
        int tenant,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<InstanceRow>()
            .Where(row => row.Subject == id && row.FinishedAt == null && row.Tenant == tenant)
            .Join(
                context.Set<DefinitionVersionRow>(),
                row => row.DefinitionKey,
                version => version.Key,
                (row, version) => version.DefinitionId
            )
            .Distinct()
            .OrderBy(name => name)
            .Take(MostJourneys)
            .ToListAsync(cancellationToken);
}
