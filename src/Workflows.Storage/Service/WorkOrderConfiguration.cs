using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Service;

internal sealed class WorkOrderConfiguration : IEntityTypeConfiguration<WorkOrderRow>
{
    public void Configure(EntityTypeBuilder<WorkOrderRow> builder)
    {
        builder.ToTable(
            "work_orders",
            table =>
            {
                table.HasCheckConstraint("ck_work_orders_closed", "(closed_at IS NULL) = (outcome IS NULL)");
                table.HasCheckConstraint("ck_work_orders_rating", "rating BETWEEN 1 AND 5");
                table.HasCheckConstraint("ck_work_orders_asks", "asks BETWEEN 0 AND 2");
            }
        );
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Topic).HasMaxLength(64);
        builder.Property(row => row.Demand).HasMaxLength(200);
        builder.Property(row => row.Staff).HasMaxLength(64);
        builder.Property(row => row.Outcome).HasMaxLength(16);
        builder.Property(row => row.Comment).HasMaxLength(200);

        // The latest one of a contact, and its page.
        builder.HasIndex(row => new { row.ContactId, row.LastAt }).HasDatabaseName("ix_work_orders_contact");

        // The list, by how they stand, the latest first.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.State,
                row.LastAt,
            })
            .HasDatabaseName("ix_work_orders_state");
    }
}
