using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Instances;

internal sealed class BookmarkConfiguration : IEntityTypeConfiguration<BookmarkRow>
{
    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.ToTable("bookmarks");

        // Who waits for a stimulus that names no contact: read in pages of this key.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Hash,
            row.InstanceId,
        });
    }
}
