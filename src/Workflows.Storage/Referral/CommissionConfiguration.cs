using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Referral;

internal sealed class CommissionConfiguration : IEntityTypeConfiguration<CommissionRow>
{
    public void Configure(EntityTypeBuilder<CommissionRow> builder)
    {
        // Nobody beyond the second level can be paid, whatever a program, a rule set or a script says (S2-34).
        builder.ToTable(
            "commissions",
            table =>
            {
                table.HasCheckConstraint("ck_commissions_level", "level IN (1, 2)");
                table.HasCheckConstraint("ck_commissions_rate", "rate BETWEEN 0 AND 1000000");
                table.HasCheckConstraint("ck_commissions_amount", "amount >= 0");
            }
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Program,
            row.Source,
            row.Number,
            row.Level,
        });
        builder.Property(row => row.Program).HasMaxLength(20);
        builder.Property(row => row.Source).HasMaxLength(64);
        builder.Property(row => row.Number).HasMaxLength(128);
        builder.Property(row => row.Tier).HasMaxLength(100);
        builder.Property(row => row.RuleSet).HasMaxLength(256);
        builder.Property(row => row.Cause).HasMaxLength(ReferralMemberConfiguration.LongestKey);
        builder.Property(row => row.Revision).IsConcurrencyToken();
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

        // What a distributor brought in a span of time.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Program,
                row.MemberId,
                row.Level,
                row.PaidAt,
            })
            .HasDatabaseName("ix_commissions_member");
    }
}
