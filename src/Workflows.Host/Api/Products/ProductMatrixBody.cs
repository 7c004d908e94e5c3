using Workflows.Marketing.Products;

namespace Workflows.Host.Api.Products;

/// <summary>The products that are sold, by role and category: a cell without any is a gap in the range.</summary>
/// <param name="Roles">The roles, in their order.</param>
/// <param name="Categories">The categories there are.</param>
/// <param name="Counts">How many products, a row a role and a column a category.</param>
internal sealed record ProductMatrixBody(
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Categories,
    IReadOnlyList<IReadOnlyList<int>> Counts
)
{
    public static ProductMatrixBody From(IReadOnlyList<ProductCount> counts)
    {
        var roles = Enum.GetValues<ProductRole>();
        string[] categories =
        [
            .. counts.Select(cell => cell.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var cells = counts.ToDictionary(cell => (cell.Role, cell.Category), cell => cell.Count);
        return new ProductMatrixBody(
            [.. roles.Select(role => role.ToString())],
            categories,
            [
                .. roles.Select(role =>
                    (IReadOnlyList<int>)[.. categories.Select(category => cells.GetValueOrDefault((role, category)))]
                ),
            ]
        );
    }
}
