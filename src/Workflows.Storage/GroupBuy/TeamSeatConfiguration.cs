using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

internal sealed class TeamSeatConfiguration : IEntityTypeConfiguration<TeamSeatRow>
{
    private const string Held = "status = 1";

    public void Configure(EntityTypeBuilder<TeamSeatRow> builder)
    {
        builder.ToTable(
            "group_buy_seats",
            table =>
                table.HasCheckConstraint(
                    "ck_group_buy_seats_values",
                    "place >= 1 AND role BETWEEN 1 AND 2 AND status BETWEEN 1 AND 2 AND paid_units >= 0 "
                        + "AND (price_units IS NULL OR price_units BETWEEN 0 AND paid_units)"
                )
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.TeamId,
            row.Number,
        });
        builder
            .HasOne<TeamRow>()
            .WithMany()
            .HasForeignKey(row => new { row.Tenant, row.TeamId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(row => row.Campaign).HasMaxLength(GroupBuyTerms.LongestCampaign);
        builder.Property(row => row.Key).HasMaxLength(128);
        builder.Property(row => row.OrderNumber).HasMaxLength(64);

        // A place is sold once, whoever asks, and however many hosts there are.
        Unique(builder, nameof(TeamSeatRow.Place)).HasFilter(Held).HasDatabaseName("ux_group_buy_seats_place");

        // A customer has one seat in a team.
        Unique(builder, nameof(TeamSeatRow.ContactId)).HasFilter(Held).HasDatabaseName("ux_group_buy_seats_contact");

        // A request takes one seat, and so does an order.
        Unique(builder, nameof(TeamSeatRow.Key)).HasDatabaseName("ux_group_buy_seats_key");
        Unique(builder, nameof(TeamSeatRow.OrderNumber)).HasDatabaseName("ux_group_buy_seats_order");

        // A team has one leader.
        builder
            .HasIndex(row => new { row.Tenant, row.TeamId }, "ux_group_buy_seats_leader")
            .IsUnique()
            .HasFilter("role = 1 AND status = 1");

        // A free order is given once; the next number is the last one's and one.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Campaign,
                row.FreeOrder,
            })
            .IsUnique()
            .HasFilter("free_order IS NOT NULL")
            .HasDatabaseName("ux_group_buy_seats_free");

        // The seats of a contact, when it becomes part of another one.
        builder.HasIndex(row => row.ContactId).HasDatabaseName("ix_group_buy_seats_contact");
    }

    private static IndexBuilder<TeamSeatRow> Unique(EntityTypeBuilder<TeamSeatRow> builder, string column) =>
        builder.HasIndex([nameof(TeamSeatRow.Tenant), nameof(TeamSeatRow.TeamId), column]).IsUnique();
}
