using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class CallbackNonceConfiguration : IEntityTypeConfiguration<CallbackNonceRow>
{
    public void Configure(EntityTypeBuilder<CallbackNonceRow> builder)
    {
        builder.ToTable("wecom_nonces");

        // Whoever comes second is refused, on whichever host.
        builder.HasKey(row => new { row.Tenant, row.Nonce });
        builder.Property(row => row.Nonce).HasMaxLength(64);

        // What is forgotten after a while.
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_wecom_nonces_expires");
    }
}
