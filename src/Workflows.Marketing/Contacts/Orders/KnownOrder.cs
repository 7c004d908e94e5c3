namespace Workflows.Marketing.Contacts;

/// <summary>
/// What is known of one order of a contact. Payment and refunds may be told twice and in any order, and by parts: <see cref="With"/>
/// gives the same whatever came first. Here alone is said which orders count: those paid and not refunded in full.
/// </summary>
/// <param name="Source">The system that reports the order, for example <c>shop</c>.</param>
/// <param name="Number">Its number there.</param>
public sealed record KnownOrder(string Source, string Number)
{
    /// <summary>When it was paid; null while only a refund was heard of.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Pieces bought; at least 1.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>What was paid, in currency units.</summary>
    public decimal Paid { get; init; }

    /// <summary>What was bought, where the shop says.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>What was given back, by the event that said so.</summary>
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];

    /// <summary>What was given back in all, in currency units; never more than was paid.</summary>
    public decimal Refunded => IsRefunded ? Paid : Refunds.Sum(refund => refund.Amount ?? 0m);

    /// <summary>Whether all of it was given back.</summary>
    public bool IsRefunded =>
        Refunds.Count > 0
        && (Refunds.Any(refund => refund.Amount is null) || Refunds.Sum(refund => refund.Amount ?? 0m) >= Paid);

    /// <summary>Whether it is one of the contact's orders: paid, and not refunded in full (S2-09…13).</summary>
    public bool Counts => PaidAt is not null && !IsRefunded;

    /// <summary>What it is worth, in currency units: paid and kept; 0 where it does not count.</summary>
    public decimal Amount => Counts ? Paid - Refunded : 0m;

    /// <summary>What an event says about an order; null where it is about something else.</summary>
    public static KnownOrder? Of(ContactEvent said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Type switch
        {
            ContactEventTypes.OrderPaid => OfPayment(said, OrderFacts.Read(said.Data)),
            ContactEventTypes.OrderRefunded when RefundFacts.Read(said.Data) is { } refund => new KnownOrder(
                said.Source,
                refund.Number
            )
            {
                Refunds = [new OrderRefund(said.Id, refund.Amount)],
            },
            _ => null,
        };
    }

    /// <summary>The order with what else is known of it; this very object where that is nothing new.</summary>
    /// <remarks>Of two payments the later one counts, of two at one instant the larger; a refund counts once.</remarks>
    public KnownOrder With(KnownOrder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var added = other
            .Refunds.Where(one => !Refunds.Any(own => own.EventId.Equals(one.EventId, StringComparison.Ordinal)))
            .ToArray();
        var isPaid = (other.PaidAt, other.Paid, other.Quantity).CompareTo((PaidAt, Paid, Quantity)) > 0;
        if (added.Length == 0 && !isPaid)
        {
            return this;
        }

        return (isPaid ? other : this) with
        {
            Refunds = [.. Refunds.Concat(added).OrderBy(refund => refund.EventId, StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether both say the same of the same order, their lines aside.</summary>
    internal bool IsSameAs(KnownOrder other) =>
        (Source, Number, PaidAt, Paid, Quantity)
            == (other.Source, other.Number, other.PaidAt, other.Paid, other.Quantity)
        && Refunds.SequenceEqual(other.Refunds);

    private static KnownOrder OfPayment(ContactEvent said, OrderFacts facts) =>
        new(said.Source, facts.Number ?? said.Id)
        {
            PaidAt = said.At,
            Quantity = facts.Quantity,
            Paid = facts.Amount,
            Lines = facts.Lines,
        };
}
