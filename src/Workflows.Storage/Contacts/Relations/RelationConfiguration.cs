using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class RelationConfiguration : IEntityTypeConfiguration<RelationRow>
{
    public void Configure(EntityTypeBuilder<RelationRow> builder)
    {
        builder.ToTable(
            "relations",
            table => table.HasCheckConstraint("ck_relations_lost", "(lost_by IS NOT NULL) = (state = 3)")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.ContactId,
            row.StaffId,
        });
        builder.Property(row => row.StaffId).HasMaxLength(64);
        builder.Property(row => row.LostBy).HasMaxLength(16);
        builder.Property(row => row.Key).HasMaxLength(512);

        // An effect assigns one member.
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_relations_key");

        // Whom a member serves, and how many.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.StaffId,
                row.ContactId,
            })
            .HasFilter("state <> 3")
            .HasDatabaseName("ix_relations_staff");

        // Who lost how many in a time.
        builder
            .HasIndex(row => new { row.Tenant, row.At })
            .HasFilter("state = 3")
            .HasDatabaseName("ix_relations_lost");
    }
}
