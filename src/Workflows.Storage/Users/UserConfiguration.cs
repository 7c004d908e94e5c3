using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Users;

internal sealed class UserConfiguration : IEntityTypeConfiguration<UserRow>
{
    public void Configure(EntityTypeBuilder<UserRow> builder)
    {
        builder.ToTable("users", table => table.HasCheckConstraint("ck_users_role", "role BETWEEN 1 AND 5"));
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(UserStore.LongestName);
        builder.Property(row => row.NormalizedName).HasMaxLength(UserStore.LongestName);
        builder.Property(row => row.PasswordHash).HasMaxLength(256);
        builder.HasIndex(row => new { row.Tenant, row.NormalizedName }).IsUnique().HasDatabaseName("ux_users_name");
    }
}
