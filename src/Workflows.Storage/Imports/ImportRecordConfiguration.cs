using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Imports;

internal sealed class ImportRecordConfiguration : IEntityTypeConfiguration<ImportRecordRow>
{
    public void Configure(EntityTypeBuilder<ImportRecordRow> builder)
    {
        builder.ToTable("imports");
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(64);
        builder.Property(row => row.File).HasMaxLength(256);
    }
}
