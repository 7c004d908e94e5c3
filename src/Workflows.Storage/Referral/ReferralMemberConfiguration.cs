using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Referral;

internal sealed class ReferralMemberConfiguration : IEntityTypeConfiguration<ReferralMemberRow>
{
    public const int LongestKey = 512;

    public void Configure(EntityTypeBuilder<ReferralMemberRow> builder)
    {
        builder.ToTable(
            "referral_members",
            table =>
                table.HasCheckConstraint("ck_referral_members_referrer", "referrer_id IS NULL OR referrer_id <> id")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Program,
            row.Id,
        });
        builder.Property(row => row.Program).HasMaxLength(20);
        builder.Property(row => row.JoinedBy).HasMaxLength(LongestKey);
        builder.Property(row => row.DistributorBy).HasMaxLength(LongestKey);
        builder
            .HasOne<ReferralProgramRow>()
            .WithMany()
            .HasForeignKey(row => new { row.Tenant, row.Program })
            .OnDelete(DeleteBehavior.Restrict);

        // Whoever brought a member was one before, and is never changed: the database itself keeps the tree free of circles.
        builder
            .HasOne<ReferralMemberRow>()
            .WithMany()
            .HasForeignKey(row => new
            {
                row.Tenant,
                row.Program,
                row.ReferrerId,
            })
            .IsRequired(false)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Program,
                row.ReferrerId,
            })
            .HasDatabaseName("ix_referral_members_referrer");

        // The membership of a contact.
        builder.HasIndex(row => row.ContactId).HasDatabaseName("ix_referral_members_contact");
    }
}
