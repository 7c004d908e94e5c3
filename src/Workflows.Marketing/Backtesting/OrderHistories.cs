using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Backtesting;

/// <summary>The orders that count, by contact: contacts in the order of their first order, orders in the order of their days.</summary>
internal sealed class OrderHistories
{
    private readonly List<(ContactIdentities Identities, List<Order> Orders)> _contacts = [];
    private readonly OrderEvents _events;

    private OrderHistories(TimeZoneInfo timeZone) => _events = new OrderEvents(timeZone);

    public int Count => _contacts.Count;

    public int Orders { get; private set; }

    /// <summary>The contact as it was before its first order, and its events.</summary>
    public (Contact Contact, IReadOnlyList<ContactEvent> Events) this[int index]
    {
        get
        {
            var (identities, orders) = _contacts[index];
            var history = orders.ConvertAll(order => _events.Of(order, identities));
            var state = new ContactState(IdOf(index), history[0].At) { Identities = identities };
            return (new Contact(state), history);
        }
    }

    public static OrderHistories Collect(IReadOnlyList<Order> orders, BacktestOptions options)
    {
        var histories = new OrderHistories(options.TimeZone);
        var byCustomer = new Dictionary<string, List<Order>>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            if (order.PaidOn > options.AsOf)
            {
                continue;
            }

            if (!byCustomer.TryGetValue(order.CustomerId, out var own))
            {
                byCustomer.Add(order.CustomerId, own = new List<Order>(2));
                histories._contacts.Add(([new ContactIdentity(IdentityKind.ExternalUserId, order.CustomerId)], own));
            }

            own.Add(order);
            // Every day is known before threads begin to ask for it.
            histories._events.StartOf(order.PaidOn);
            histories.Orders++;
        }

        foreach (var (_, own) in histories._contacts)
        {
            SortByDay(own);
        }

        return histories;
    }

    // Insertion sort: stable, and files are nearly always sorted already.
    private static void SortByDay(List<Order> orders)
    {
        for (var i = 1; i < orders.Count; i++)
        {
            var order = orders[i];
            var j = i - 1;
            for (; j >= 0 && orders[j].PaidOn > order.PaidOn; j--)
            {
                orders[j + 1] = orders[j];
            }

            orders[j + 1] = order;
        }
    }

    private static Guid IdOf(int index) => new(index + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
