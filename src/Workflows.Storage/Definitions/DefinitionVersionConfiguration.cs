using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Definitions;

internal sealed class DefinitionVersionConfiguration : IEntityTypeConfiguration<DefinitionVersionRow>
{
    public void Configure(EntityTypeBuilder<DefinitionVersionRow> builder)
    {
        builder.ToTable(
            "definition_versions",
            table => table.HasCheckConstraint("ck_definition_versions_version", "version >= 1")
        );
        builder.HasKey(row => row.Key);
        builder.Property(row => row.DefinitionId).HasMaxLength(256);
        builder.Property(row => row.Name).HasMaxLength(256);
        builder.Property(row => row.SavedBy).HasMaxLength(256);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.DefinitionId,
                row.Version,
            })
            .IsUnique()
            .HasDatabaseName("ux_definition_versions");

        // What can be started: at most one published version of a definition.
        builder
            .HasIndex(row => new { row.Tenant, row.DefinitionId })
            .IsUnique()
            .HasFilter("is_published")
            .HasDatabaseName("ux_definition_versions_published");

        // The lists of the designer: the latest and the published version of every definition, never the history.
        builder
            .HasIndex(row => new { row.Tenant, row.Name })
            .HasFilter("is_latest OR is_published")
            .HasDatabaseName("ix_definition_versions_current");

        // Every version, in each of the orders a list can have, and those of one number. A page is found in the index alone.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Name,
                row.DefinitionId,
                row.Version,
            })
            .HasDatabaseName("ix_definition_versions_name");
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Version,
                row.DefinitionId,
            })
            .HasDatabaseName("ix_definition_versions_version");
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.CreatedAt,
                row.DefinitionId,
                row.Version,
            })
            .HasDatabaseName("ix_definition_versions_created");

        // What other workflows can embed: asked at every save and for every palette.
        builder
            .HasIndex(row => new { row.Tenant, row.DefinitionId }, "ix_definition_versions_usable")
            .HasFilter("is_published AND usable_as_activity");
    }
}
