namespace Workflows.Marketing.Contacts;

/// <summary>What orders come to.</summary>
/// <param name="Count">How many count.</param>
/// <param name="Amount">What they are worth, in currency units.</param>
/// <param name="LastPaidAt">When the latest of them was paid; null where none counts.</param>
internal readonly record struct OrderSums(int Count, decimal Amount, DateTimeOffset? LastPaidAt)
{
    public static OrderSums Of(IEnumerable<KnownOrder> orders)
    {
        var sums = default(OrderSums);
        foreach (var order in orders.Where(order => order.Counts))
        {
            sums = sums.Plus(new OrderSums(1, order.Amount, order.PaidAt));
        }

        return sums;
    }

    /// <summary>The part of a contact's facts that no known order explains: a file of customers tells sums only.</summary>
    public static OrderSums Unlisted(ContactState contact)
    {
        var listed = contact.Orders.Count == 0 ? default : Of(contact.Orders);
        var count = Math.Max(0, contact.PaidOrderCount - listed.Count);
        var isSaid = count > 0 || contact.Orders.Count == 0;
        return new OrderSums(count, contact.PaidAmount - listed.Amount, isSaid ? contact.LastPaidAt : null);
    }

    public OrderSums Plus(OrderSums other) =>
        new(Count + other.Count, Amount + other.Amount, Later(LastPaidAt, other.LastPaidAt));

    public static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right > left ? right : left;
}
