using Microsoft.EntityFrameworkCore;
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
        });
    }

    internal override object KeyParameter(Guid id) => id;

    private protected override void MapFunctions(ModelBuilder modelBuilder) => PostgresFunctions.Map(modelBuilder);
}
