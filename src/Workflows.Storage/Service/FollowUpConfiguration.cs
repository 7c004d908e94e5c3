using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Storage.Service;

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUpRow>
{
    public void Configure(EntityTypeBuilder<FollowUpRow> builder)
    {
        builder.ToTable(
            "follow_ups",
            table => table.HasCheckConstraint("ck_follow_ups_edited", "(edited_by IS NULL) = (edited_at IS NULL)")
        );
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.Staff).HasMaxLength(64);
        builder.Property(row => row.Text).HasMaxLength(FollowUp.LongestText);
        builder.Property(row => row.EditedBy).HasMaxLength(128);

        // A contact's records, the latest first.
        builder.HasIndex(row => new { row.ContactId, row.LastAt }).HasDatabaseName("ix_follow_ups_contact");
    }
}
