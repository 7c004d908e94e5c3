using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class OwnChangeConfiguration : IEntityTypeConfiguration<OwnChangeRow>
{
    public void Configure(EntityTypeBuilder<OwnChangeRow> builder)
    {
        builder.ToTable("wecom_changes");

        // Also what was changed about some customers.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Customer,
            row.Kind,
            row.Staff,
            row.Value,
        });
        builder.Property(row => row.Customer).HasMaxLength(128);
        builder.Property(row => row.Staff).HasMaxLength(128);
        builder.Property(row => row.Value).HasMaxLength(128);

        // How many groups went to one owner today.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Kind,
                row.Value,
                row.At,
            })
            .HasDatabaseName("ix_wecom_changes_value");

        // The purge.
        builder.HasIndex(row => row.At).HasDatabaseName("ix_wecom_changes_at");
    }
}
