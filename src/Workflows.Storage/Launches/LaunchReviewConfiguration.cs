using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Launches;

internal sealed class LaunchReviewConfiguration : IEntityTypeConfiguration<LaunchReviewRow>
{
    public void Configure(EntityTypeBuilder<LaunchReviewRow> builder)
    {
        builder.ToTable("launch_reviews");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Journey,
            row.FirstDay,
        });
        builder.Property(row => row.Journey).HasMaxLength(256);
        builder.Property(row => row.FirstDay).HasMaxLength(10);
    }
}
