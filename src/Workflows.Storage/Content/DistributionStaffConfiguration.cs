using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class DistributionStaffConfiguration : IEntityTypeConfiguration<DistributionStaffRow>
{
    public void Configure(EntityTypeBuilder<DistributionStaffRow> builder)
    {
        builder.ToTable("content_distribution_staff");

        // Nobody gets the same one twice.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.DistributionId,
            row.Staff,
        });
        builder.Property(row => row.DistributionId).HasMaxLength(64);
        builder.Property(row => row.Staff).HasMaxLength(128);
    }
}
