using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Storage.Users;

namespace Workflows.Storage.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_keys", table => table.HasCheckConstraint("ck_api_keys_role", "role BETWEEN 1 AND 5"));
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasColumnName("tenant");
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(100);
        builder.Property(row => row.Hash).HasColumnName("hash").HasMaxLength(32);

        // Keys from before there were roles could do everything, and still can.
        builder.Property(row => row.Role).HasDefaultValue(Role.Administrator).HasSentinel((Role)0);
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.RevokedAt).HasColumnName("revoked_at");

        // Every request looks its key up by hash.
        builder.HasIndex(row => row.Hash).IsUnique().HasDatabaseName("ux_api_keys_hash");
    }
}
