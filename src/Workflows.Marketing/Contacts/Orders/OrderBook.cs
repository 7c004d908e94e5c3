namespace Workflows.Marketing.Contacts;

/// <summary>A contact's orders while turns run, and what they come to.</summary>
internal sealed class OrderBook
{
    private readonly Dictionary<(string Source, string Number), KnownOrder> _orders;
    private readonly OrderSums _unlisted;
    private OrderSums _sums;

    public OrderBook(ContactState contact)
    {
        _orders = contact.Orders.ToDictionary(order => (order.Source, order.Number));
        _unlisted = OrderSums.Unlisted(contact);
        _sums = OrderSums.Of(_orders.Values).Plus(_unlisted);
    }

    public int Count => _sums.Count;

    public decimal Amount => _sums.Amount;

    public DateTimeOffset? LastPaidAt => _sums.LastPaidAt;

    public IReadOnlyCollection<KnownOrder> All => _orders.Values;

    /// <summary>Adds what is known of an order.</summary>
    /// <returns>Whether that was news.</returns>
    public bool Add(KnownOrder said)
    {
        var key = (said.Source, said.Number);
        // What was bought stays beside the events: contacts are read and written often.
        var known = _orders.GetValueOrDefault(key);
        var order = (known?.With(said) ?? said) with { Lines = [] };
        if (known is not null && known.IsSameAs(order))
        {
            return false;
        }

        _orders[key] = order;
        // Only what is taken away may move the latest day back: all are looked at again.
        _sums = known is { Counts: true }
            ? OrderSums.Of(_orders.Values).Plus(_unlisted)
            : _sums.Plus(order.Counts ? new OrderSums(1, order.Amount, order.PaidAt) : default);
        return true;
    }
}
