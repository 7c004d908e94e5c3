using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class MergeConfiguration : IEntityTypeConfiguration<MergeRow>
{
    public const int LongestName = 128;

    public void Configure(EntityTypeBuilder<MergeRow> builder)
    {
        builder.ToTable(
            "contact_merges",
            table => table.HasCheckConstraint("ck_contact_merges_record", "(record IS NOT NULL) = (state = 4)")
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.FirstId,
            row.SecondId,
        });
        builder.Property(row => row.DecidedBy).HasMaxLength(LongestName);

        // What waits for a decision, oldest first.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.State,
                row.OpenedAt,
            })
            .HasDatabaseName("ix_contact_merges_state");

        // Where a contact went.
        builder.HasIndex(row => row.SecondId).HasDatabaseName("ix_contact_merges_second");
    }
}
