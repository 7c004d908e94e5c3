using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class ContentVersionConfiguration : IEntityTypeConfiguration<ContentVersionRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionRow> builder)
    {
        builder.ToTable(
            "content_versions",
            table => table.HasCheckConstraint("ck_content_versions_state", "version >= 1 AND state BETWEEN 1 AND 5")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Id,
            row.Version,
        });
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Words).HasMaxLength(200);
        builder.Property(row => row.Category).HasMaxLength(100);
        builder.Property(row => row.Persona).HasMaxLength(64);
        builder.Property(row => row.ChangedBy).HasMaxLength(256);
        builder.Property(row => row.Note).HasMaxLength(1_000);
    }
}
