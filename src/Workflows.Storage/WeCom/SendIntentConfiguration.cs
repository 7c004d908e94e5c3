using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class SendIntentConfiguration : IEntityTypeConfiguration<SendIntentRow>
{
    public void Configure(EntityTypeBuilder<SendIntentRow> builder)
    {
        builder.ToTable(
            "wecom_intents",
            table => table.HasCheckConstraint("ck_wecom_intents_name", "name IS NULL OR reference IS NOT NULL")
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Sender).HasMaxLength(64);
        builder.Property(row => row.Outline).HasMaxLength(64);
        builder.Property(row => row.Reference).HasMaxLength(128);
        builder.Property(row => row.Name).HasMaxLength(128);

        // At most one open intent of a content: a task that nobody claims is its.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Kind,
                row.Sender,
                row.Outline,
            })
            .IsUnique()
            .HasFilter("reference IS NULL")
            .HasDatabaseName("ux_wecom_intents_open");

        // A task is claimed once.
        builder
            .HasIndex(row => new { row.Tenant, row.Reference })
            .IsUnique()
            .HasFilter("reference IS NOT NULL")
            .HasDatabaseName("ux_wecom_intents_reference");
        builder
            .HasIndex(row => new { row.Tenant, row.Name })
            .IsUnique()
            .HasFilter("name IS NOT NULL")
            .HasDatabaseName("ux_wecom_intents_name");

        // Moments whose job is not followed to its end.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Kind,
                row.Outline,
            })
            .HasFilter("reference IS NOT NULL AND name IS NULL")
            .HasDatabaseName("ix_wecom_intents_nameless");

        // The purge.
        builder.HasIndex(row => row.StartedAt).HasDatabaseName("ix_wecom_intents_started_at");
    }
}
