using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<TeamRow>
{
    public void Configure(EntityTypeBuilder<TeamRow> builder)
    {
        builder.ToTable(
            "group_buy_teams",
            table =>
            {
                table.HasCheckConstraint("ck_group_buy_teams_size", "size >= 1 AND capacity >= size");
                table.HasCheckConstraint(
                    "ck_group_buy_teams_state",
                    "state BETWEEN 1 AND 3 AND (state = 1) = (closed_at IS NULL) AND (settled_at IS NULL OR state > 1)"
                );
                table.HasCheckConstraint(
                    "ck_group_buy_teams_success",
                    "state <> 2 OR headcount BETWEEN size AND capacity"
                );
            }
        );
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Campaign).HasMaxLength(GroupBuyTerms.LongestCampaign);
        builder.Property(row => row.Seed).HasMaxLength(128);

        // The teams of a campaign.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Campaign,
                row.Id,
            })
            .HasDatabaseName("ix_group_buy_teams_campaign");

        // What somebody has left undone.
        builder
            .HasIndex(row => new { row.Tenant, row.ClosesAt })
            .HasFilter("settled_at IS NULL")
            .HasDatabaseName("ix_group_buy_teams_unsettled");
    }
}
