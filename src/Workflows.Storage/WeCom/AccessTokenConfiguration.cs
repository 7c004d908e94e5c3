using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessTokenRow>
{
    public void Configure(EntityTypeBuilder<AccessTokenRow> builder)
    {
        builder.ToTable("wecom_tokens");
        builder.HasKey(row => row.Account);
        builder.Property(row => row.Account).HasMaxLength(128);
        builder.Property(row => row.Token).HasMaxLength(1024);
        builder.Property(row => row.LockOwner).HasMaxLength(128);
    }
}
