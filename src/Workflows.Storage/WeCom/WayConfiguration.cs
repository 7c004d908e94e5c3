using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class WayConfiguration : IEntityTypeConfiguration<WayRow>
{
    public void Configure(EntityTypeBuilder<WayRow> builder)
    {
        builder.ToTable("wecom_ways");

        // Also the list, by name.
        builder.HasKey(row => new { row.Tenant, row.Name });
        builder.Property(row => row.Name).HasMaxLength(64);
        builder.Property(row => row.Reference).HasMaxLength(128);
        builder.Property(row => row.Address).HasMaxLength(1024);
    }
}
