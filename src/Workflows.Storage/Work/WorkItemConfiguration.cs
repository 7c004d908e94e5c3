using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Work;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItemRow>
{
    public void Configure(EntityTypeBuilder<WorkItemRow> builder)
    {
        builder.ToTable(
            "work_items",
            table =>
            {
                table.HasCheckConstraint("ck_work_items_partition", "partition BETWEEN 0 AND 63");
                table.HasCheckConstraint("ck_work_items_kind", "kind BETWEEN 1 AND 6");
                table.HasCheckConstraint(
                    "ck_work_items_timer",
                    "kind <> 2 OR (instance_id IS NOT NULL AND bookmark_id IS NOT NULL)"
                );
                table.HasCheckConstraint("ck_work_items_attempt", "attempt >= 0");
            }
        );
        builder.HasKey(row => row.Id);

        // A lane takes what is due of its partitions, in order.
        builder
            .HasIndex(row => new
            {
                row.Partition,
                row.DueAt,
                row.Id,
            })
            .HasDatabaseName("ix_work_items_due");

        // A turn that drops a bookmark drops its timer; a bookmark has one timer at most.
        builder
            .HasIndex(row => new { row.InstanceId, row.BookmarkId })
            .IsUnique()
            .HasFilter("kind = 2")
            .HasDatabaseName("ux_work_items_timer");
    }
}
