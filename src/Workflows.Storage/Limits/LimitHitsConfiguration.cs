using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Limits;

internal sealed class LimitHitsConfiguration : IEntityTypeConfiguration<LimitHitsRow>
{
    public void Configure(EntityTypeBuilder<LimitHitsRow> builder)
    {
        builder.ToTable("limit_hits");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Day,
            row.Code,
        });
        builder.Property(row => row.Code).HasMaxLength(128);
    }
}
