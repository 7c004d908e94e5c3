using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Limits;

internal sealed class LimitReservationConfiguration : IEntityTypeConfiguration<LimitReservationRow>
{
    public void Configure(EntityTypeBuilder<LimitReservationRow> builder)
    {
        builder.ToTable("limit_reservations");

        // A message counts once.
        builder.HasKey(row => new { row.Tenant, row.MessageKey });
        builder.Property(row => row.MessageKey).HasMaxLength(512);

        // Every judgement looks for what has to be counted on.
        builder.HasIndex(row => row.CarryAt).HasDatabaseName("ix_limit_reservations_carry");

        // What is over is removed, oldest first.
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_limit_reservations_expires");
    }
}
