using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Stocks;

internal sealed class StockConfiguration : IEntityTypeConfiguration<StockRow>
{
    public void Configure(EntityTypeBuilder<StockRow> builder)
    {
        // Whatever the code does, no more are given than there are.
        builder.ToTable(
            "stocks",
            table => table.HasCheckConstraint("ck_stocks_taken", "taken >= 0 AND taken <= total")
        );
        builder.HasKey(row => new { row.Tenant, row.Name });
        builder.Property(row => row.Name).HasMaxLength(64);
    }
}
