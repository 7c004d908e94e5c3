using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Products;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<ProductRow>
{
    public void Configure(EntityTypeBuilder<ProductRow> builder)
    {
        builder.ToTable("products");
        builder.HasKey(row => new { row.Tenant, row.Sku });
        builder.Property(row => row.Sku).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Category).HasMaxLength(64);
        builder.Property(row => row.Parent).HasMaxLength(64);
    }
}
