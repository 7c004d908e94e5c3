using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class GroupDayConfiguration : IEntityTypeConfiguration<GroupDayRow>
{
    public void Configure(EntityTypeBuilder<GroupDayRow> builder)
    {
        builder.ToTable("wecom_group_days");

        // Also the list, by day.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Day,
            row.Owner,
        });
        builder.Property(row => row.Owner).HasMaxLength(64);
    }
}
