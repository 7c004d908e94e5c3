using Workflows.Marketing.Products;

namespace Workflows.Host.Api.Products;

/// <summary>A product as the API takes and shows it.</summary>
/// <param name="Sku">Its key in the shop; the one in the address counts.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">Traffic, Hit, Profit, New or Gift.</param>
/// <param name="Category">The category.</param>
/// <param name="Parent">The product it is built around; none for a core product.</param>
/// <param name="IsActive">Whether it is sold; true unless given.</param>
/// <param name="IsSoldOut">Whether none is left for now: nobody is recommended it; false unless given.</param>
internal sealed record ProductBody(
    string? Sku,
    string? Name,
    string? Role,
    string? Category,
    string? Parent,
    bool? IsActive,
    bool? IsSoldOut
)
{
    public static ProductBody From(Product product) =>
        new(
            product.Sku,
            product.Name,
            product.Role.ToString(),
            product.Category,
            product.Parent,
            product.IsActive,
            product.IsSoldOut
        );

    public Product ToProduct(string sku) =>
        new(sku, Name ?? "", Enum.TryParse<ProductRole>(Role, ignoreCase: true, out var role) ? role : default)
        {
            Category = Filled(Category),
            Parent = Filled(Parent),
            IsActive = IsActive ?? true,
            IsSoldOut = IsSoldOut ?? false,
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
