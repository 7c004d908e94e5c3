using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>An order of a contact. It counts where it is paid and not refunded in full; its amount is what was kept.</summary>
internal sealed record OrderBody(
    string Source,
    string Number,
    DateTimeOffset? PaidAt,
    int Quantity,
    decimal Paid,
    decimal Refunded,
    decimal Amount,
    bool Counts,
    IReadOnlyList<OrderLine> Lines
)
{
    public static OrderBody From(KnownOrder order) =>
        new(
            order.Source,
            order.Number,
            order.PaidAt,
            order.Quantity,
            order.Paid,
            order.PaidAt is null ? order.Refunds.Sum(refund => refund.Amount ?? 0m) : order.Refunded,
            order.Amount,
            order.Counts,
            order.Lines
        );
}
