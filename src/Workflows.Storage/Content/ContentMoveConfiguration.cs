using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class ContentMoveConfiguration : IEntityTypeConfiguration<ContentMoveRow>
{
    public void Configure(EntityTypeBuilder<ContentMoveRow> builder)
    {
        builder.ToTable("content_moves");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.ContentId).HasMaxLength(64);
        builder.Property(row => row.By).HasMaxLength(256);
        builder.Property(row => row.Note).HasMaxLength(1_000);

        // The history of a content, the latest first.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.ContentId,
                row.Id,
            })
            .HasDatabaseName("ix_content_moves_content");
    }
}
