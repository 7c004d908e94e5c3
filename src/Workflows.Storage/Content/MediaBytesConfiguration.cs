using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class MediaBytesConfiguration : IEntityTypeConfiguration<MediaBytesRow>
{
    public void Configure(EntityTypeBuilder<MediaBytesRow> builder)
    {
        builder.ToTable("content_bytes");
        builder.HasKey(row => new { row.Tenant, row.Hash });
        builder.Property(row => row.Hash).HasMaxLength(64);
    }
}
