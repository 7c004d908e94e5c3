using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Places;

internal sealed class GroupConfiguration : IEntityTypeConfiguration<GroupRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> builder)
    {
        builder.ToTable(
            "customer_groups",
            table => table.HasCheckConstraint("ck_customer_groups_members", "members >= 0 AND capacity >= 1")
        );
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.StoreId).HasMaxLength(64);
        builder.Property(row => row.Persona).HasMaxLength(64);
        builder.Property(row => row.Family).HasMaxLength(64);
        builder.Property(row => row.OwnerId).HasMaxLength(64);
        builder.Property(row => row.BotId).HasMaxLength(64);

        // The groups of the stores around a customer.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.StoreId,
                row.Purpose,
                row.Persona,
            })
            .HasDatabaseName("ix_customer_groups_store");

        // How many groups a bot looks after.
        builder.HasIndex(row => new { row.Tenant, row.BotId }).HasDatabaseName("ix_customer_groups_bot");
    }
}
