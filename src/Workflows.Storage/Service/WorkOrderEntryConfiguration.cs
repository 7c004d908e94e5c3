using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Service;

internal sealed class WorkOrderEntryConfiguration : IEntityTypeConfiguration<WorkOrderEntryRow>
{
    public void Configure(EntityTypeBuilder<WorkOrderEntryRow> builder)
    {
        builder.ToTable("work_order_entries");
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.By).HasMaxLength(256);
        builder.Property(row => row.Note).HasMaxLength(200);
        builder.HasIndex(row => new { row.OrderId, row.At }).HasDatabaseName("ix_work_order_entries_order");
    }
}
