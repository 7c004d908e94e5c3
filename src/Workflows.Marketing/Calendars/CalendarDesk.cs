using System.Text.Json;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Calendars;

/// <summary>What calendars look at: the workspace's marketing calendar, its stores and groups, its contacts, its clock.</summary>
/// <param name="calendars">Where the calendar is kept.</param>
/// <param name="stores">The stores.</param>
/// <param name="groups">The customer groups.</param>
/// <param name="contacts">The contacts.</param>
/// <param name="scope">Whose calendar it is.</param>
public sealed class CalendarDesk(
    ICalendarStore calendars,
    StoreDirectory stores,
    IGroupRegister groups,
    ContactAudience contacts,
    CalendarScope scope
)
{
    private const int MostGroups = 1_000;

    private volatile Snapshot _now = new(null, MarketingCalendar.Standard, StoreMap.Empty, [scope.TimeZone]);

    private volatile IReadOnlyList<CustomerGroup> _endings = [];

    private volatile IReadOnlyList<GroupSilence> _silences = [];

    /// <summary>Who counts the groups of bots; null in a trial, where nobody does.</summary>
    /// <value>The default value is null.</value>
    public GroupBots? Bots { get; init; }

    /// <summary>The time zone of the workspace.</summary>
    public TimeZoneInfo TimeZone => scope.TimeZone;

    /// <summary>The marketing calendar, as it was last looked up.</summary>
    public MarketingCalendar Calendar => _now.Calendar;

    /// <summary>The stores, as they were last looked up.</summary>
    public StoreMap Stores => _now.Stores;

    /// <summary>The time zones of the workspace and of its stores, as they were last looked up.</summary>
    public IReadOnlyList<TimeZoneInfo> Zones => _now.Zones;

    /// <summary>The customer groups that take customers and end, as they were last looked up.</summary>
    internal IReadOnlyList<CustomerGroup> Endings => _endings;

    /// <summary>The customer groups that take customers, each with since when nobody of the staff spoke in it, as they were last looked up.</summary>
    internal IReadOnlyList<GroupSilence> Silences => _silences;

    /// <summary>The customer groups.</summary>
    internal IGroupRegister Groups => groups;

    /// <summary>The contacts.</summary>
    internal ContactAudience Contacts => contacts;

    /// <summary>
    /// The time zone a journey's times of day are meant in: its own where it names one, else the workspace's.
    /// </summary>
    /// <param name="graph">The journey.</param>
    /// <param name="desk">The desk; null outside of a host.</param>
    public static TimeZoneInfo ZoneOf(WorkflowGraph graph, CalendarDesk? desk)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var custom = graph.Definition.CustomProperties;
        var isNamed =
            custom.ValueKind == JsonValueKind.Object
            && custom.TryGetProperty("timeZone", out var name)
            && name.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(name.GetString());
        return isNamed ? graph.TimeZone : desk?.TimeZone ?? graph.TimeZone;
    }

    /// <summary>Looks up what may have changed, on whichever host.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        var before = _now;
        var json = await calendars.FindAsync(scope.Tenant, cancellationToken);
        var map = await stores.MapAsync(scope.Tenant, cancellationToken);
        if (string.Equals(json, before.Json, StringComparison.Ordinal) && ReferenceEquals(map, before.Stores))
        {
            return;
        }

        // What was saved was read before; what an older release cannot read leaves the standard in force.
        var calendar = json is null ? null : MarketingCalendarJson.Read(json).Calendar;
        _now = new Snapshot(json, calendar ?? MarketingCalendar.Standard, map, ZonesOf(map));
    }

    /// <summary>Looks up which groups end.</summary>
    public async ValueTask RefreshEndingsAsync(CancellationToken cancellationToken)
    {
        var found = new List<CustomerGroup>();
        IReadOnlyList<CustomerGroup> page;
        string? after = null;
        do
        {
            page = await groups.ListAsync(scope.Tenant, after, MostGroups, cancellationToken);
            found.AddRange(page.Where(group => group is { IsActive: true, EndsAt: not null }));
            after = page.Count > 0 ? page[^1].Id : after;
        } while (page.Count == MostGroups);

        _endings = found;
    }

    /// <summary>Looks up in which groups nobody of the staff speaks.</summary>
    public async ValueTask RefreshSilencesAsync(CancellationToken cancellationToken)
    {
        if (scope.Clock is { } clock)
        {
            _silences = await groups.WatchAsync(scope.Tenant, clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>The group of an id, or null.</summary>
    internal Task<CustomerGroup?> FindGroupAsync(string id, CancellationToken cancellationToken) =>
        groups.FindAsync(scope.Tenant, id, cancellationToken);

    /// <summary>Keeps what is changed about a group; one that ends gives its room with its bot back.</summary>
    internal Task SaveGroupAsync(CustomerGroup group, DateTimeOffset now, CancellationToken cancellationToken) =>
        Bots is { } bots
            ? bots.SaveAsync(scope.Tenant, group, now, cancellationToken)
            : groups.SaveAsync(scope.Tenant, [group], cancellationToken);

    /// <summary>The time zone of a store's clocks; the workspace's for none.</summary>
    public TimeZoneInfo ZoneOf(string? storeId) =>
        storeId is not null && Stores.Find(storeId) is { } store
            ? TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone)
            : scope.TimeZone;

    private TimeZoneInfo[] ZonesOf(StoreMap map) =>
        [
            .. map
                .Stores.Where(store => store.IsActive)
                .Select(store => store.TimeZone)
                .Append(scope.TimeZone.Id)
                .Distinct(StringComparer.Ordinal)
                .Select(TimeZoneInfo.FindSystemTimeZoneById),
        ];

    private sealed record Snapshot(
        string? Json,
        MarketingCalendar Calendar,
        StoreMap Stores,
        IReadOnlyList<TimeZoneInfo> Zones
    );
}
