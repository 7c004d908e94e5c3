using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Definitions;

internal sealed class DefinitionUseConfiguration : IEntityTypeConfiguration<DefinitionUseRow>
{
    public void Configure(EntityTypeBuilder<DefinitionUseRow> builder)
    {
        builder.ToTable("definition_uses");
        builder.HasKey(row => new { row.DefinitionKey, row.UsedId });
        builder.Property(row => row.UsedId).HasMaxLength(DefinitionUseRow.LongestId);
        builder
            .HasOne<DefinitionVersionRow>()
            .WithMany()
            .HasForeignKey(row => row.DefinitionKey)
            .OnDelete(DeleteBehavior.Cascade);

        // Who uses a workflow.
        builder.HasIndex(row => row.UsedId).HasDatabaseName("ix_definition_uses_used");
    }
}
