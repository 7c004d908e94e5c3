using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Products;

/// <summary>Whether the product by which a journey wins contacts is one that draws (引流品, S3-22): it is registered, and has the role traffic.</summary>
/// <param name="products">The products.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class LeadProductCheck(IProductRegister products, int tenant) : IDefinitionCheck
{
    private const string Source = "S3-22";
    private const int Page = 1_000;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var map = new JourneyMap(graph);
        if (
            map.Text("goal", "primary") is not "revenue"
            || map.Entries.FirstOrDefault(PlayBlocks.Acquires) is not { } entry
            || map.Text("acquisition", "leadProduct")?.Trim() is not { Length: > 0 } lead
        )
        {
            return [];
        }

        return await FindAsync(lead, cancellationToken) switch
        {
            null =>
            [
                PlayCheck.Found(
                    PlayCodes.LeadProduct,
                    $"'{lead}' is to draw people, and no product of this number or name is registered.",
                    Source,
                    "Register it with the role traffic, or name one that is.",
                    DiagnosticSeverity.Warning,
                    entry
                ),
            ],
            { Role: not ProductRole.Traffic } other =>
            [
                PlayCheck.Found(
                    PlayCodes.LeadProduct,
                    $"'{lead}' is to draw people, and has the role {other.Role.ToString().ToLowerInvariant()}.",
                    Source,
                    "Choose a product of the role traffic, or give it this role.",
                    DiagnosticSeverity.Warning,
                    entry
                ),
            ],
            _ => [],
        };
    }

    // People write the name where nobody knows a number.
    private async Task<Product?> FindAsync(string lead, CancellationToken cancellationToken)
    {
        if (await products.FindAsync(tenant, [lead], cancellationToken) is [var known, ..])
        {
            return known;
        }

        Product? found = null;
        IReadOnlyList<Product> page = [];
        do
        {
            page = await products.ListAsync(tenant, page is [.., var last] ? last.Sku : null, Page, cancellationToken);
            foreach (var product in page.Where(one => one.Name.Equals(lead, StringComparison.Ordinal)))
            {
                // Of several of one name the one that draws is meant.
                found = found is { Role: ProductRole.Traffic } ? found : product;
            }
        } while (page.Count == Page && found is not { Role: ProductRole.Traffic });

        return found;
    }
}
