using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class HistoryConfiguration : IEntityTypeConfiguration<HistoryRow>
{
    public const int LongestText = 200;

    public void Configure(EntityTypeBuilder<HistoryRow> builder)
    {
        builder.ToTable("contact_history");
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Before).HasMaxLength(LongestText);
        builder.Property(row => row.After).HasMaxLength(LongestText);
        builder.Property(row => row.By).HasMaxLength(256);

        // The contact's page, newest first.
        builder.HasIndex(row => new { row.ContactId, row.At }).HasDatabaseName("ix_contact_history_contact");

        // Who was drawn into an experiment.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Before,
                row.ContactId,
            })
            .HasFilter("kind = 9")
            .HasDatabaseName("ix_contact_history_experiment");

        // Who was given invitations of a campaign, and when.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Before,
                row.At,
            })
            .HasFilter("kind = 10")
            .HasDatabaseName("ix_contact_history_invitation");

        // Who handed out how many customers in a time.
        builder
            .HasIndex(row => new { row.Tenant, row.At })
            .HasFilter("kind = 11")
            .HasDatabaseName("ix_contact_history_export");
    }
}
