using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Work;

internal sealed class DeadWorkItemConfiguration : IEntityTypeConfiguration<DeadWorkItemRow>
{
    public void Configure(EntityTypeBuilder<DeadWorkItemRow> builder)
    {
        builder.ToTable("dead_work_items");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(2000);
    }
}
