namespace Workflows.Marketing.Products;

/// <summary>Where the products are kept.</summary>
public interface IProductRegister
{
    /// <summary>The products of these keys; those that are not known are missing.</summary>
    Task<IReadOnlyList<Product>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken
    );

    /// <summary>A page of the products in the order of their keys.</summary>
    /// <param name="tenant">Whose products.</param>
    /// <param name="after">The last key of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Product>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>How many products that are sold each role has in each category (S2-19); those without one are of the category <c>""</c>.</summary>
    Task<IReadOnlyList<ProductCount>> CountAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>Adds a product, or replaces the one of its key.</summary>
    Task SaveAsync(int tenant, Product product, CancellationToken cancellationToken);
}
