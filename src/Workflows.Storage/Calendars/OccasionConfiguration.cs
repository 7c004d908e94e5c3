using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Calendars;

internal sealed class OccasionConfiguration : IEntityTypeConfiguration<OccasionRow>
{
    public void Configure(EntityTypeBuilder<OccasionRow> builder)
    {
        builder.ToTable(
            "occasions",
            table =>
            {
                table.HasCheckConstraint("ck_occasions_state", "state BETWEEN 1 AND 3");
                table.HasCheckConstraint("ck_occasions_guests", "guests >= 0");
            }
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.DefinitionId,
            row.ActivityId,
            row.Key,
        });
        builder.Property(row => row.DefinitionId).HasMaxLength(256);
        builder.Property(row => row.ActivityId).HasMaxLength(256);
        builder.Property(row => row.Key).HasMaxLength(128);

        // The calendar's view of what has been.
        builder.HasIndex(row => new { row.Tenant, row.DueAt }).HasDatabaseName("ix_occasions_due");
    }
}
