using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Segments;

/// <summary>An order that counts, as segment rules see it: paid, and not refunded in full.</summary>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Quantity">Pieces bought; at least 1.</param>
/// <param name="Amount">What was paid and not given back, in currency units.</param>
public sealed record PaidOrder(DateTimeOffset PaidAt, int Quantity, decimal Amount)
{
    /// <summary>What was bought, where the shop says.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>The orders that count, oldest first.</summary>
    public static IReadOnlyList<PaidOrder> Of(IEnumerable<KnownOrder> orders) =>
        orders
            .Where(order => order.Counts)
            .OrderBy(order => order.PaidAt)
            .ThenBy(order => order.Source, StringComparer.Ordinal)
            .ThenBy(order => order.Number, StringComparer.Ordinal)
            .Select(order => new PaidOrder(order.PaidAt!.Value, order.Quantity, order.Amount) { Lines = order.Lines })
            .ToList();
}
