using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class SyncConfiguration : IEntityTypeConfiguration<SyncRow>
{
    public void Configure(EntityTypeBuilder<SyncRow> builder)
    {
        builder.ToTable("wecom_syncs");

        // One at a time.
        builder.HasKey(row => row.Tenant);
        builder.Property(row => row.Tenant).ValueGeneratedNever();
        builder.Property(row => row.Staff).HasMaxLength(128);
        builder.Property(row => row.LeaseOwner).HasMaxLength(128);
    }
}
