using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Referral;

internal sealed class ReferralProgramConfiguration : IEntityTypeConfiguration<ReferralProgramRow>
{
    public void Configure(EntityTypeBuilder<ReferralProgramRow> builder)
    {
        // Law and platform pay two levels: no release, script or import can set a third (S2-34).
        builder.ToTable(
            "referral_programs",
            table =>
            {
                table.HasCheckConstraint("ck_referral_programs_levels", "levels IN (1, 2)");
                table.HasCheckConstraint(
                    "ck_referral_programs_rights",
                    "length(distributor_rights) > 0 AND length(invitee_rights) > 0"
                );
            }
        );
        builder.HasKey(row => new { row.Tenant, row.Name });
        builder.Property(row => row.Name).HasMaxLength(20);
        builder.Property(row => row.DistributorRights).HasMaxLength(500);
        builder.Property(row => row.InviteeRights).HasMaxLength(500);
    }
}
