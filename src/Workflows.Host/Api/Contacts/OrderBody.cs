using Workflows.Marketing.Contacts;
using Workflows.Marketing.Products;

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
    IReadOnlyList<OrderLineBody> Lines
)
{
    public static OrderBody From(KnownOrder order, IReadOnlyList<Product> products) =>
        new(
            order.Source,
            order.Number,
            order.PaidAt,
            order.Quantity,
            order.Paid,
            order.PaidAt is null ? order.Refunds.Sum(refund => refund.Amount ?? 0m) : order.Refunded,
            order.Amount,
            order.Counts,
            [.. order.Lines.Select(line => OrderLineBody.From(line, products))]
        );
}
