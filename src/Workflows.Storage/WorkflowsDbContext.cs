using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workflows.Storage;

/// <summary>
/// The one model of both databases. Definitions, rule sets and pages of the API are read through it; the hot path
/// speaks SQL to the same tables.
/// </summary>
public abstract class WorkflowsDbContext : DbContext
{
    private protected WorkflowsDbContext(DbContextOptions options)
        : base(options) { }

    /// <summary>An id as a parameter of raw SQL.</summary>
    internal abstract object KeyParameter(Guid id);

    /// <summary>Has what is asked from now on answered from indexes, where any has the answer. For lists of which a page is shown.</summary>
    internal abstract Task PreferIndexesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps turns from committing until the transaction is over; those that run at that moment find out when they commit.</summary>
    internal abstract Task HoldTurnsAsync(CancellationToken cancellationToken);

    /// <summary>Gives the functions that queries of segments call their names in this database.</summary>
    private protected abstract void MapFunctions(ModelBuilder modelBuilder);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);

        // UTC ticks order, compare and index alike on both databases, and lose nothing.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkflowsDbContext).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase.Of(property.Name));
        }

        MapFunctions(modelBuilder);
    }

    private sealed class TicksConverter()
        : ValueConverter<DateTimeOffset, long>(
            time => time.UtcTicks,
            ticks => new DateTimeOffset(ticks, TimeSpan.Zero)
        );
}
