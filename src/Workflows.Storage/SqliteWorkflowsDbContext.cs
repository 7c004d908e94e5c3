using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
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

    internal override object KeyParameter(Guid id) => id.ToByteArray(bigEndian: true);

    private protected override void MapFunctions(ModelBuilder modelBuilder) => SqliteFunctions.Map(modelBuilder);

    private sealed class BlobConverter()
        : ValueConverter<Guid, byte[]>(
            id => id.ToByteArray(true),
            bytes => new Guid(bytes, true),
            new ConverterMappingHints(size: 16)
        );
}
