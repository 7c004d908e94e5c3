namespace Workflows.Marketing.Products;

/// <summary>Something the brand sells.</summary>
/// <param name="Sku">Its key in the shop, as the lines of orders have it; 1–64 characters.</param>
/// <param name="Name">1–100 characters.</param>
/// <param name="Role">What it is for in the range.</param>
public sealed record Product(string Sku, string Name, ProductRole Role)
{
    /// <summary>The category, or null; at most 64 characters.</summary>
    public string? Category { get; init; }

    /// <summary>The product it is built around (S2-19), or null for a core product.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether it is sold; one that was is still in old orders.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether none is left for now; nobody is recommended it until there are (S4-48).</summary>
    public bool IsSoldOut { get; init; }

    /// <summary>Whether it can be had: it is sold, and there are some.</summary>
    public bool CanBeBought => IsActive && !IsSoldOut;
}
