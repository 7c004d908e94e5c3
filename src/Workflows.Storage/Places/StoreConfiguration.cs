using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Places;

internal sealed class StoreConfiguration : IEntityTypeConfiguration<StoreRow>
{
    public void Configure(EntityTypeBuilder<StoreRow> builder)
    {
        builder.ToTable(
            "stores",
            table =>
            {
                table.HasCheckConstraint("ck_stores_position", "(latitude IS NULL) = (longitude IS NULL)");
                table.HasCheckConstraint(
                    "ck_stores_fulfilment",
                    "(pickup IS NULL) = (delivery IS NULL) AND (delivery_radius IS NULL OR (delivery AND delivery_radius > 0))"
                );
            }
        );
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        builder.Property(row => row.Address).HasMaxLength(200);

        // What changed since a map was drawn; two hosts never give one number to two changes.
        builder.HasIndex(row => new { row.Tenant, row.Revision }).IsUnique().HasDatabaseName("ux_stores_revision");
    }
}
