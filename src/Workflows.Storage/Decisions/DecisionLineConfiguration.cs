using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Decisions;

internal sealed class DecisionLineConfiguration : IEntityTypeConfiguration<DecisionLineRow>
{
    public void Configure(EntityTypeBuilder<DecisionLineRow> builder)
    {
        builder.ToTable("decision_lines");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Book,
            row.Number,
        });
        builder.Property(row => row.Book).HasMaxLength(64);
        builder.Property(row => row.Act).HasMaxLength(32);
        builder.Property(row => row.Value).HasMaxLength(64);
    }
}
