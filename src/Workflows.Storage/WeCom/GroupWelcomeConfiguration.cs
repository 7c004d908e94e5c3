using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class GroupWelcomeConfiguration : IEntityTypeConfiguration<GroupWelcomeRow>
{
    public void Configure(EntityTypeBuilder<GroupWelcomeRow> builder)
    {
        builder.ToTable("wecom_group_welcomes");

        // Also the list, by name.
        builder.HasKey(row => new { row.Tenant, row.Name });
        builder.Property(row => row.Name).HasMaxLength(64);
        builder.Property(row => row.Reference).HasMaxLength(128);
    }
}
