using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Keyring;

internal sealed class KeyringConfiguration : IEntityTypeConfiguration<KeyringRow>
{
    public void Configure(EntityTypeBuilder<KeyringRow> builder)
    {
        builder.ToTable("keyring");
        builder.HasKey(row => row.Id);
    }
}
