using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.GroupBuy;

internal sealed class TeamNewsConfiguration : IEntityTypeConfiguration<TeamNewsRow>
{
    public void Configure(EntityTypeBuilder<TeamNewsRow> builder)
    {
        builder.ToTable(
            "group_buy_news",
            table => table.HasCheckConstraint("ck_group_buy_news_kind", "(contact_id IS NULL) = (type IS NULL)")
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(128);
        builder.Property(row => row.Type).HasMaxLength(64);
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_group_buy_news_key");

        // What is still to be told, in the order it happened.
        builder
            .HasIndex(row => new { row.Tenant, row.Id })
            .HasFilter("delivered_at IS NULL")
            .HasDatabaseName("ix_group_buy_news_open");
    }
}
