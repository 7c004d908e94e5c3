using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Instances;

internal sealed class InstanceConfiguration : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable(
            "instances",
            table =>
            {
                table.HasCheckConstraint("ck_instances_partition", "partition BETWEEN 0 AND 63");
                table.HasCheckConstraint("ck_instances_finished", "(finished_at IS NOT NULL) = (status = 1)");
                table.HasCheckConstraint("ck_instances_revision", "revision >= 1");
            }
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.CorrelationId).HasMaxLength(256);
        builder.Property(row => row.Name).HasMaxLength(256);

        // A batch loads the unfinished instances of its subjects.
        builder
            .HasIndex(row => row.Subject)
            .HasFilter("finished_at IS NULL")
            .HasDatabaseName("ix_instances_active_subject");

        // Whether a contact was in a journey before, and the contact's page.
        builder.HasIndex(row => new { row.Subject, row.DefinitionKey }).HasDatabaseName("ix_instances_subject");

        // The instance list of one definition version, newest first.
        builder
            .HasIndex(row => new
            {
                row.DefinitionKey,
                row.CreatedAt,
                row.Id,
            })
            .HasDatabaseName("ix_instances_definition");

        // The operators' lists. None of these columns changes while an instance only waits and goes on, so that a turn
        // writes to no index; the order of last turns is the journal's. The contexts add the list of all.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.SubStatus,
                row.CreatedAt,
                row.Id,
            })
            .HasDatabaseName("ix_instances_sub_status");
        builder
            .HasIndex(row => new { row.Tenant, row.CorrelationId })
            .HasFilter("correlation_id IS NOT NULL")
            .HasDatabaseName("ix_instances_correlation");
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Name,
                row.Id,
            })
            .HasFilter("name IS NOT NULL")
            .HasDatabaseName("ix_instances_name");
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.FinishedAt,
                row.Id,
            })
            .HasFilter("finished_at IS NOT NULL")
            .HasDatabaseName("ix_instances_finished");
        builder
            .HasIndex(
                row => new
                {
                    row.Tenant,
                    row.CreatedAt,
                    row.Id,
                },
                "ix_instances_incidents"
            )
            .HasFilter("incident_count > 0");
    }
}
