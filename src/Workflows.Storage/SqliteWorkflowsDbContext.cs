using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Workflows.Storage.Instances;
using Workflows.Storage.Segments;

namespace Workflows.Storage;

/// <summary>The model on SQLite; its migrations are in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteWorkflowsDbContext(DbContextOptions<SqliteWorkflowsDbContext> options)
    : WorkflowsDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // 16 bytes in big-endian order: less than half of the text, and time-ordered ids stay in order.
        configurationBuilder.Properties<Guid>().HaveConversion<BlobConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // The list of all, and every count: what most filters look at is in the index itself.
        modelBuilder
            .Entity<InstanceRow>()
            .HasIndex(
                instance => new
                {
                    instance.Tenant,
                    instance.CreatedAt,
                    instance.Id,
                    instance.DefinitionKey,
                    instance.SubStatus,
                    instance.IncidentCount,
                },
                "ix_instances_created"
            );
        modelBuilder
            .Entity<JournalEntryRow>()
            .HasIndex(entry => new
            {
                entry.Tenant,
                entry.At,
                entry.InstanceId,
                entry.Revision,
            })
            .HasDatabaseName("ix_journal_at");
    }

    internal override object KeyParameter(Guid id) => id.ToByteArray(bigEndian: true);

    // SQLite takes an index wherever there is one.
    internal override Task PreferIndexesAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // SQLite lets one write at a time.
    internal override Task HoldTurnsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override void MapFunctions(ModelBuilder modelBuilder) => SqliteFunctions.Map(modelBuilder);

    private sealed class BlobConverter()
        : ValueConverter<Guid, byte[]>(
            id => id.ToByteArray(true),
            bytes => new Guid(bytes, true),
            new ConverterMappingHints(size: 16)
        );
}
