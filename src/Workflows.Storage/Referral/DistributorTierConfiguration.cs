using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Referral;

internal sealed class DistributorTierConfiguration : IEntityTypeConfiguration<DistributorTierRow>
{
    public void Configure(EntityTypeBuilder<DistributorTierRow> builder)
    {
        builder.ToTable(
            "distributor_tiers",
            table => table.HasCheckConstraint("ck_distributor_tiers_orders", "orders >= 0")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Program,
            row.MemberId,
            row.Since,
        });
        builder.Property(row => row.Program).HasMaxLength(20);
        builder.Property(row => row.Tier).HasMaxLength(100);
        builder.Property(row => row.Key).HasMaxLength(ReferralMemberConfiguration.LongestKey);
        builder
            .HasOne<ReferralMemberRow>()
            .WithMany()
            .HasForeignKey(row => new
            {
                row.Tenant,
                row.Program,
                row.MemberId,
            })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
