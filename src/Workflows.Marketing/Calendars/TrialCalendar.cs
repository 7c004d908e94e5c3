using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Calendars;

/// <summary>
/// The calendar of a simulation: the standard marketing calendar, stores and groups in memory, and one contact. One simulation serves itself of it at a
/// time.
/// </summary>
public sealed class TrialCalendar
{
    private const int Tenant = 1;
    private readonly LoneContact _contact = new();

    private TrialCalendar(
        RuleSetCatalog ruleSets,
        TimeZoneInfo timeZone,
        MemoryStoreRegister stores,
        MemoryGroupRegister groups,
        bool playsPlaces
    )
    {
        PlaysPlaces = playsPlaces;
        Desk = new CalendarDesk(
            new MemoryCalendarStore(),
            new StoreDirectory(stores),
            groups,
            new ContactAudience(_contact, ruleSets),
            new CalendarScope(Tenant, timeZone)
        );
    }

    /// <summary>The time zone of cases, which belong to no workspace.</summary>
    public static TimeZoneInfo UsualZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>What calendars look at.</summary>
    internal CalendarDesk Desk { get; }

    /// <summary>Whether journeys about groups, about stores and about nothing begin as well.</summary>
    internal bool PlaysPlaces { get; }

    /// <summary>A calendar for contacts only: a back-test plays one after the other, and what is about none of them would begin for each.</summary>
    public static TrialCalendar OfContacts(RuleSetCatalog ruleSets, TimeZoneInfo timeZone) =>
        new(ruleSets, timeZone, new MemoryStoreRegister(), new MemoryGroupRegister(), playsPlaces: false);

    /// <summary>A calendar with these stores and groups.</summary>
    /// <param name="ruleSets">The rule sets that choose contacts.</param>
    /// <param name="places">The stores and groups; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<TrialCalendar> OfAsync(
        RuleSetCatalog ruleSets,
        JourneyCasePlaces? places,
        CancellationToken cancellationToken
    )
    {
        var (stores, groups) = (new MemoryStoreRegister(), new MemoryGroupRegister());
        await stores.SaveAsync(Tenant, places?.Stores ?? [], cancellationToken);
        await groups.SaveAsync(Tenant, places?.Groups ?? [], cancellationToken);
        return new TrialCalendar(ruleSets, UsualZone, stores, groups, playsPlaces: true);
    }

    /// <summary>These services, and what calendars look at.</summary>
    internal IServiceProvider Over(IServiceProvider services) => new Services(services, Desk);

    /// <summary>Says who the contact is by now, and what it did so far.</summary>
    internal void Look(Contact contact, IEnumerable<ContactEvent> events) => _contact.Look(contact, events);

    private sealed class Services(IServiceProvider others, CalendarDesk desk) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(CalendarDesk) ? desk : others.GetService(serviceType);
    }
}
