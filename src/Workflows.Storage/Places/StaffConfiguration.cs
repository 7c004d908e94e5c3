using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Places;

internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffRow>
{
    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff", table => table.HasCheckConstraint("ck_staff_load", "load >= 0 AND capacity >= 0"));
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.StoreId).HasMaxLength(64);
        builder.Property(row => row.Persona).HasMaxLength(64);

        // Who of a store can take one more customer.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.StoreId,
                row.Load,
            })
            .HasDatabaseName("ix_staff_store");
    }
}
