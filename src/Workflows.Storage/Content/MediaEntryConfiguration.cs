using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class MediaEntryConfiguration : IEntityTypeConfiguration<MediaEntryRow>
{
    public void Configure(EntityTypeBuilder<MediaEntryRow> builder)
    {
        builder.ToTable("content_files", table => table.HasCheckConstraint("ck_content_files_size", "size >= 0"));
        builder.HasKey(row => new { row.Tenant, row.Name });
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.ContentType).HasMaxLength(100);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.AddedBy).HasMaxLength(256);

        // Whether anybody still has these bytes.
        builder.HasIndex(row => new { row.Tenant, row.Hash }).HasDatabaseName("ix_content_files_hash");
    }
}
