using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Definitions;
using Workflows.Storage.Instances;
using Workflows.Storage.Segments;

namespace Workflows.Storage;

/// <summary>The model on PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresWorkflowsDbContext(DbContextOptions<PostgresWorkflowsDbContext> options)
    : WorkflowsDbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // In the order of their code points, one index finds, orders and completes them.
        modelBuilder.Entity<InstanceRow>(row =>
        {
            row.Property(instance => instance.Name).UseCollation("C");
            row.Property(instance => instance.CorrelationId).UseCollation("C");

            // The list of all, and every count: what most filters look at is in the index itself.
            row.HasIndex(
                    instance => new
                    {
                        instance.Tenant,
                        instance.CreatedAt,
                        instance.Id,
                    },
                    "ix_instances_created"
                )
                .IncludeProperties(instance => new
                {
                    instance.DefinitionKey,
                    instance.SubStatus,
                    instance.IncidentCount,
                });
        });
        modelBuilder
            .Entity<JournalEntryRow>()
            .HasIndex(entry => new
            {
                entry.Tenant,
                entry.At,
                entry.InstanceId,
            })
            .IncludeProperties(entry => entry.Revision)
            .HasDatabaseName("ix_journal_at");

        // SQLite's indexes have the key of themselves.
        string[] included = [nameof(DefinitionVersionRow.Key)];
        foreach (var index in modelBuilder.Entity<DefinitionVersionRow>().Metadata.GetIndexes())
        {
            if (index.GetFilter() is null)
            {
                index.SetIncludeProperties(included);
            }
        }
    }

    internal override object KeyParameter(Guid id) => id;

    // A table that grows with customers is never read from end to end for ten rows of it, however few it has today. The
    // transaction ends with this context, and the setting with it.
    internal override async Task PreferIndexesAsync(CancellationToken cancellationToken)
    {
        await Database.BeginTransactionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off", cancellationToken);
    }

    // Every commit shares its partitions, in this order, before it touches anything else (PostgresCommit.Fence).
    internal override Task HoldTurnsAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync(
            "SELECT partition FROM partition_leases ORDER BY partition FOR UPDATE",
            cancellationToken
        );

    private protected override void MapFunctions(ModelBuilder modelBuilder) => PostgresFunctions.Map(modelBuilder);
}
