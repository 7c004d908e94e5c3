using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Limits;

internal sealed class LimitCounterConfiguration : IEntityTypeConfiguration<LimitCounterRow>
{
    public void Configure(EntityTypeBuilder<LimitCounterRow> builder)
    {
        builder.ToTable("limit_counters");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Code,
            row.Scope,
        });
        builder.Property(row => row.Code).HasMaxLength(128);
        builder.Property(row => row.Scope).HasMaxLength(512);

        // What is over is removed, oldest first.
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_limit_counters_expires");
    }
}
