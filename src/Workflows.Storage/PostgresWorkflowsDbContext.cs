using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Segments;

namespace Workflows.Storage;

/// <summary>The model on PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresWorkflowsDbContext(DbContextOptions<PostgresWorkflowsDbContext> options)
    : WorkflowsDbContext(options)
{
    internal override object KeyParameter(Guid id) => id;

    private protected override void MapFunctions(ModelBuilder modelBuilder) => PostgresFunctions.Map(modelBuilder);
}
