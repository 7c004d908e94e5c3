using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.StaffTasks;

internal sealed class HandTaskConfiguration : IEntityTypeConfiguration<HandTaskRow>
{
    public void Configure(EntityTypeBuilder<HandTaskRow> builder)
    {
        builder.ToTable(
            "staff_tasks",
            table => table.HasCheckConstraint("ck_staff_tasks_done", "(done_at IS NOT NULL) = (state IN (3, 4, 5))")
        );
        builder.HasKey(row => row.Reference);
        builder.Property(row => row.Reference).HasMaxLength(64);
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Staff).HasMaxLength(128);
        builder.Property(row => row.DoneBy).HasMaxLength(128);
        builder.Property(row => row.Note).HasMaxLength(1000);

        // The list of everybody, and of one staff member, the most urgent first.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.State,
                row.DueBy,
            })
            .HasDatabaseName("ix_staff_tasks_due");
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Staff,
                row.State,
                row.DueBy,
            })
            .HasDatabaseName("ix_staff_tasks_staff");
    }
}
