using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Links;

internal sealed class TrackedLinkConfiguration : IEntityTypeConfiguration<TrackedLinkRow>
{
    public void Configure(EntityTypeBuilder<TrackedLinkRow> builder)
    {
        builder.ToTable("tracked_links", table => table.HasCheckConstraint("ck_tracked_links_clicks", "clicks >= 0"));
        builder.HasKey(row => new { row.Tenant, row.Code });
        builder.Property(row => row.Code).HasMaxLength(LinkCode.Length);
        builder.Property(row => row.MessageKey).HasMaxLength(512);
        builder.Property(row => row.Audience).HasMaxLength(LinkAudience.MaxLength);

        // The links of a message.
        builder.HasIndex(row => new { row.Tenant, row.MessageKey }).HasDatabaseName("ix_tracked_links_message");
    }
}
