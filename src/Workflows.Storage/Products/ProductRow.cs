namespace Workflows.Storage.Products;

internal sealed class ProductRow
{
    public int Tenant { get; set; }

    public required string Sku { get; set; }

    public required string Name { get; set; }

    public short Role { get; set; }

    public string? Category { get; set; }

    public string? Parent { get; set; }

    public bool IsActive { get; set; }

    public bool IsSoldOut { get; set; }
}
