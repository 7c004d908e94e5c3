using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>An order in the column of a contact's traits: what a refund is set against, in few characters.</summary>
internal sealed record OrderTrait
{
    public required string Source { get; init; }

    public required string Number { get; init; }

    /// <summary>Ticks of UTC.</summary>
    public long? PaidAt { get; init; }

    public decimal? Paid { get; init; }

    /// <summary>Absent for one piece.</summary>
    public int? Quantity { get; init; }

    public IReadOnlyList<OrderRefund>? Refunds { get; init; }

    public static OrderTrait Of(KnownOrder order) =>
        new()
        {
            Source = order.Source,
            Number = order.Number,
            PaidAt = order.PaidAt?.UtcTicks,
            Paid = order.PaidAt is null ? null : order.Paid,
            Quantity = order.Quantity == 1 ? null : order.Quantity,
            Refunds = order.Refunds.Count == 0 ? null : order.Refunds,
        };

    public KnownOrder ToOrder() =>
        new(Source, Number)
        {
            PaidAt = PaidAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            Paid = Paid ?? 0m,
            Quantity = Quantity ?? 1,
            Refunds = Refunds ?? [],
        };
}
