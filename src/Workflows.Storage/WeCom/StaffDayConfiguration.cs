using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class StaffDayConfiguration : IEntityTypeConfiguration<StaffDayRow>
{
    public void Configure(EntityTypeBuilder<StaffDayRow> builder)
    {
        builder.ToTable("wecom_staff_days");

        // Also the list, by day.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Day,
            row.Staff,
        });
        builder.Property(row => row.Staff).HasMaxLength(64);
        builder.Property(row => row.RepliedPercent).HasPrecision(5, 2);
    }
}
