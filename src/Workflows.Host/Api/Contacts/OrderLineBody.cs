using Workflows.Marketing.Contacts;
using Workflows.Marketing.Products;

namespace Workflows.Host.Api.Contacts;

/// <summary>A line of an order, with what is known of the product by now.</summary>
internal sealed record OrderLineBody(
    string Sku,
    string? Name,
    string? Role,
    string? Category,
    int Quantity,
    decimal Amount
)
{
    public static OrderLineBody From(OrderLine line, IReadOnlyList<Product> products)
    {
        var product = products.FirstOrDefault(known => known.Sku.Equals(line.Sku, StringComparison.Ordinal));
        return new OrderLineBody(
            line.Sku,
            line.Name ?? product?.Name,
            product?.Role.ToString(),
            product?.Category,
            line.Quantity,
            line.Amount
        );
    }
}
