using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Places;

internal sealed class SeatConfiguration : IEntityTypeConfiguration<SeatRow>
{
    public void Configure(EntityTypeBuilder<SeatRow> builder)
    {
        builder.ToTable(
            "group_seats",
            table => table.HasCheckConstraint("ck_group_seats_held", "(held_until IS NOT NULL) = (state = 1)")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.GroupId,
            row.ContactId,
        });
        builder.Property(row => row.GroupId).HasMaxLength(64);
        builder.Property(row => row.Key).HasMaxLength(512);

        // An effect holds one place.
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_group_seats_key");

        // The places that are kept free.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.GroupId,
                row.HeldUntil,
            })
            .HasFilter("state = 1")
            .HasDatabaseName("ix_group_seats_held");

        // The contact's page.
        builder.HasIndex(row => new { row.ContactId, row.Since }).HasDatabaseName("ix_group_seats_contact");
    }
}
