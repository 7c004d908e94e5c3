using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Stocks;

internal sealed class StockTakeConfiguration : IEntityTypeConfiguration<StockTakeRow>
{
    public void Configure(EntityTypeBuilder<StockTakeRow> builder)
    {
        builder.ToTable("stock_takes");

        // A message takes one, however often it is tried.
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Stock).HasMaxLength(64);
    }
}
