using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class DistributionConfiguration : IEntityTypeConfiguration<DistributionRow>
{
    public void Configure(EntityTypeBuilder<DistributionRow> builder)
    {
        builder.ToTable("content_distributions");
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ContentRef).HasMaxLength(80);
        builder.Property(row => row.By).HasMaxLength(128);

        // The list, newest first.
        builder.HasIndex(row => new { row.Tenant, row.At }).HasDatabaseName("ix_content_distributions_at");
    }
}
