using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class MediaConfiguration : IEntityTypeConfiguration<MediaRow>
{
    public void Configure(EntityTypeBuilder<MediaRow> builder)
    {
        builder.ToTable("wecom_media");
        builder.HasKey(row => new
        {
            row.Account,
            row.Purpose,
            row.Fingerprint,
        });
        builder.Property(row => row.Account).HasMaxLength(128);
        builder.Property(row => row.Purpose).HasMaxLength(16);
        builder.Property(row => row.Fingerprint).HasMaxLength(64);
        builder.Property(row => row.MediaId).HasMaxLength(256);

        // The purge.
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_wecom_media_expires_at");
    }
}
