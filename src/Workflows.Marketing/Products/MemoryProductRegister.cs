namespace Workflows.Marketing.Products;

/// <summary>Products in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryProductRegister : IProductRegister
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Product> _products = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Product>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Product>>([
                .. skus.Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(sku => _products.GetValueOrDefault(sku))
                    .OfType<Product>(),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Product>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Product>>([
                .. _products
                    .Values.Where(product => after is null || string.CompareOrdinal(product.Sku, after) > 0)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProductCount>> CountAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ProductCount>>([
                .. _products
                    .Values.Where(product => product.IsActive)
                    .GroupBy(product => (product.Role, Category: product.Category ?? ""))
                    .OrderBy(cell => cell.Key.Role)
                    .ThenBy(cell => cell.Key.Category, StringComparer.Ordinal)
                    .Select(cell => new ProductCount(cell.Key.Role, cell.Key.Category, cell.Count())),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, Product product, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(product);
        lock (_gate)
        {
            _products[product.Sku] = product;
        }

        return Task.CompletedTask;
    }
}
