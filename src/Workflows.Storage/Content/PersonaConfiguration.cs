using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Content;

internal sealed class PersonaConfiguration : IEntityTypeConfiguration<PersonaRow>
{
    public void Configure(EntityTypeBuilder<PersonaRow> builder)
    {
        builder.ToTable("personas");
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).HasMaxLength(64);
    }
}
