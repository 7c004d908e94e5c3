namespace Workflows.Marketing.Contacts;

/// <summary>Orders of two contacts that are one person, or were taken for one.</summary>
public static class KnownOrders
{
    /// <summary>The orders of both; what both know of one order becomes one.</summary>
    public static IReadOnlyCollection<KnownOrder> Union(
        IReadOnlyCollection<KnownOrder> first,
        IReadOnlyCollection<KnownOrder> second
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (second.Count == 0)
        {
            return first;
        }

        var all = ByKey(first);
        foreach (var order in second)
        {
            all[Key(order)] = all.TryGetValue(Key(order), out var known) ? known.With(order) : order;
        }

        return all.Values;
    }

    /// <summary>What stays with the older contact: its own orders as they are by now, and those it has made since.</summary>
    /// <param name="now">The orders of the merged contact.</param>
    /// <param name="first">The older one's before the merge.</param>
    /// <param name="second">The younger one's before the merge.</param>
    public static IReadOnlyCollection<KnownOrder> Stay(
        IReadOnlyCollection<KnownOrder> now,
        IReadOnlyCollection<KnownOrder> first,
        IReadOnlyCollection<KnownOrder> second
    )
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (second.Count == 0)
        {
            return now;
        }

        var (own, others) = (ByKey(first), ByKey(second));
        return
        [
            .. now.Where(order => own.ContainsKey(Key(order)) || !others.ContainsKey(Key(order)))
                .Select(order =>
                    own.TryGetValue(Key(order), out var mine)
                    && others.TryGetValue(Key(order), out var theirs)
                    && mine.With(theirs).IsSameAs(order)
                        ? mine
                        : order
                ),
        ];
    }

    /// <summary>What goes back to the younger one: its own orders, with what came of them since where they are its alone.</summary>
    /// <param name="now">The orders of the merged contact.</param>
    /// <param name="first">The older one's before the merge.</param>
    /// <param name="second">The younger one's before the merge.</param>
    public static IReadOnlyCollection<KnownOrder> Leave(
        IReadOnlyCollection<KnownOrder> now,
        IReadOnlyCollection<KnownOrder> first,
        IReadOnlyCollection<KnownOrder> second
    )
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (own, current) = (ByKey(first), ByKey(now));
        return
        [
            .. second.Select(order =>
                !own.ContainsKey(Key(order)) && current.TryGetValue(Key(order), out var since) ? since : order
            ),
        ];
    }

    private static (string Source, string Number) Key(KnownOrder order) => (order.Source, order.Number);

    private static Dictionary<(string Source, string Number), KnownOrder> ByKey(IEnumerable<KnownOrder> orders) =>
        orders.ToDictionary(Key);
}
