namespace Workflows.Marketing.Products;

/// <summary>A cell of the matrix of products.</summary>
/// <param name="Role">The role.</param>
/// <param name="Category">The category; empty for none.</param>
/// <param name="Count">How many products are sold there.</param>
public sealed record ProductCount(ProductRole Role, string Category, int Count);
