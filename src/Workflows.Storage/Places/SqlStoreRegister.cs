using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Storage.Places;

/// <summary>Stores in the database.</summary>
internal sealed class SqlStoreRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IStoreRegister
{
    public async Task<long> RevisionAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await LatestAsync(context, tenant, cancellationToken);
    }

    public async Task<(IReadOnlyList<Store> Stores, long Revision)> ChangesAsync(
        int tenant,
        long after,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => row.Revision > after)
            .OrderBy(row => row.Revision)
            .ToListAsync(cancellationToken);
        return ([.. rows.Select(Read)], rows.Count == 0 ? after : rows[^1].Revision);
    }

    public async Task<Store?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<Store>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context, tenant);
        if (after is not null)
        {
            rows = rows.Where(row => row.Id.CompareTo(after) > 0);
        }

        return [.. (await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task SaveAsync(int tenant, IReadOnlyList<Store> stores, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var context = contexts.Create();
            var revision = await LatestAsync(context, tenant, cancellationToken);
            var ids = stores.Select(store => store.Id).ToArray();
            var known = await context
                .Set<StoreRow>()
                .Where(row => row.Tenant == tenant && ids.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
            var next = revision;
            foreach (var store in stores)
            {
                Write(context, tenant, known.GetValueOrDefault(store.Id), store, ++next);
            }

            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                // Another host gave the same number a moment ago: look again, and take the next ones.
                await using var other = contexts.Create();
                if (await LatestAsync(other, tenant, cancellationToken) == revision)
                {
                    throw;
                }
            }
        }
    }

    private static void Write(WorkflowsDbContext context, int tenant, StoreRow? known, Store store, long revision)
    {
        var row =
            known
            ?? context
                .Add(
                    new StoreRow
                    {
                        Tenant = tenant,
                        Id = store.Id,
                        Name = "",
                        Hours = "",
                        TimeZone = "",
                    }
                )
                .Entity;
        row.Name = store.Name;
        row.Latitude = store.Position?.Latitude;
        row.Longitude = store.Position?.Longitude;
        row.Hours = JsonSerializer.Serialize(store.Hours);
        row.TimeZone = store.TimeZone;
        row.Address = store.Address;
        row.Pickup = store.Fulfilment?.Pickup;
        row.Delivery = store.Fulfilment?.Delivery;
        row.DeliveryRadius = store.Fulfilment?.DeliveryRadius;
        row.IsActive = store.IsActive;
        row.Revision = revision;
    }

    private static Store Read(StoreRow row) =>
        new(row.Id, row.Name)
        {
            Position =
                row.Latitude is { } latitude && row.Longitude is { } longitude
                    ? new GeoPoint(latitude, longitude)
                    : null,
            Hours = JsonSerializer.Deserialize<OpeningHours>(row.Hours)!,
            TimeZone = row.TimeZone,
            Address = row.Address,
            Fulfilment =
                row.Pickup is { } pickup && row.Delivery is { } delivery
                    ? new Fulfilment(pickup, delivery, row.DeliveryRadius)
                    : null,
            IsActive = row.IsActive,
        };

    private static IQueryable<StoreRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<StoreRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    private static async Task<long> LatestAsync(WorkflowsDbContext context, int tenant, CancellationToken ct) =>
        await Rows(context, tenant)
            .OrderByDescending(row => row.Revision)
            .Select(row => row.Revision)
            .FirstOrDefaultAsync(ct);
}
