using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Rollouts;

internal sealed class PilotEntryConfiguration : IEntityTypeConfiguration<PilotEntryRow>
{
    public void Configure(EntityTypeBuilder<PilotEntryRow> builder)
    {
        builder.ToTable("pilot_entries");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Pilot,
            row.Number,
        });
        builder.Property(row => row.Pilot).HasMaxLength(64);
    }
}
