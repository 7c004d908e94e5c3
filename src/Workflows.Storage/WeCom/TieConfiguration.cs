using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class TieConfiguration : IEntityTypeConfiguration<TieRow>
{
    public void Configure(EntityTypeBuilder<TieRow> builder)
    {
        builder.ToTable("wecom_ties");

        // Also an owner's ties, page by page.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Kind,
            row.Owner,
            row.Customer,
        });
        builder.Property(row => row.Owner).HasMaxLength(128);
        builder.Property(row => row.Customer).HasMaxLength(128);
        builder.Property(row => row.Profile).HasMaxLength(64);
    }
}
