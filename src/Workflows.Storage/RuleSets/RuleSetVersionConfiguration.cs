using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.RuleSets;

internal sealed class RuleSetVersionConfiguration : IEntityTypeConfiguration<RuleSetVersionRow>
{
    public void Configure(EntityTypeBuilder<RuleSetVersionRow> builder)
    {
        builder.ToTable(
            "rule_set_versions",
            table => table.HasCheckConstraint("ck_rule_set_versions_version", "version >= 1")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.NameKey,
            row.Version,
        });
        builder.Property(row => row.NameKey).HasMaxLength(256);
        builder.Property(row => row.Name).HasMaxLength(256);
    }
}
