using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasColumnName("tenant");
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(100);
        builder.Property(row => row.Hash).HasColumnName("hash").HasMaxLength(32);
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.RevokedAt).HasColumnName("revoked_at");

        // Every request looks its key up by hash.
        builder.HasIndex(row => row.Hash).IsUnique().HasDatabaseName("ux_api_keys_hash");
    }
}
