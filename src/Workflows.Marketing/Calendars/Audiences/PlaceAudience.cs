using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Audiences;

/// <summary>Groups and stores as guests of an occasion.</summary>
/// <param name="desk">Where they are found.</param>
/// <param name="isInStoreTime">Whether only those count whose clocks show the occasion's time.</param>
/// <param name="store">The one store that counts; null for all.</param>
internal sealed class PlaceAudience(CalendarDesk desk, bool isInStoreTime, string? store)
{
    private const int PageSize = 1_000;

    /// <summary>The subject of what runs once: another one each time.</summary>
    public static Guid Once(OccasionSearch search) =>
        StimulusHash.Of(
            "OccasionOnce",
            $"{search.Tenant}\n{search.Context.Graph.DefinitionId}\n{search.Occasion.Key}\n{search.Occasion.DueAt.UtcTicks}"
        );

    /// <summary>The subject of journeys about a customer group.</summary>
    public static Guid SubjectOfGroup(int tenant, string group) =>
        StimulusHash.Of("CustomerGroup", $"{tenant}\n{group}");

    /// <summary>A group as a guest.</summary>
    public static OccasionGuest GuestOf(int tenant, CustomerGroup group) =>
        new(SubjectOfGroup(tenant, group.Id), Tell(group), group.Id);

    /// <summary>A page of the groups of some purposes that take customers.</summary>
    public async ValueTask<OccasionPage> GroupsAsync(
        OccasionSearch search,
        IReadOnlyCollection<string> purposes,
        CancellationToken cancellationToken
    )
    {
        var page = await desk.Groups.ListAsync(search.Tenant, search.After, PageSize, cancellationToken);
        var guests = page.Where(group =>
                group.IsActive
                && !(group.EndsAt <= search.Occasion.DueAt)
                && purposes.Contains(group.Purpose.ToString(), StringComparer.OrdinalIgnoreCase)
                && Counts(group.StoreId, search)
            )
            .Select(group => GuestOf(search.Tenant, group));
        return new OccasionPage([.. guests], page.Count < PageSize ? null : page[^1].Id);
    }

    /// <summary>A page of the stores that do business.</summary>
    public OccasionPage Stores(OccasionSearch search)
    {
        Store[] page =
        [
            .. desk
                .Stores.Stores.Where(one => one.IsActive && string.CompareOrdinal(one.Id, search.After) > 0)
                .OrderBy(one => one.Id, StringComparer.Ordinal)
                .Take(PageSize),
        ];
        var guests = page.Where(one => Counts(one.Id, search))
            .Select(one => new OccasionGuest(
                StimulusHash.Of("Store", $"{search.Tenant}\n{one.Id}"),
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["store"] = one.Id,
                    ["storeName"] = one.Name,
                },
                one.Id
            ));
        return new OccasionPage([.. guests], page.Length < PageSize ? null : page[^1].Id);
    }

    private static Dictionary<string, object?> Tell(CustomerGroup group) =>
        new(StringComparer.Ordinal)
        {
            ["group"] = group.Id,
            ["groupName"] = group.Name,
            ["store"] = group.StoreId,
            ["owner"] = group.OwnerId,
        };

    private bool Counts(string? storeId, OccasionSearch search) =>
        (store is null || string.Equals(storeId, store, StringComparison.Ordinal))
        && (
            !isInStoreTime
            || string.Equals(
                desk.ZoneOf(storeId).Id,
                search.Occasion.Input["timeZone"] as string,
                StringComparison.Ordinal
            )
        );
}
