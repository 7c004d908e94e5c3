using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage;

/// <summary>The model on PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresWorkflowsDbContext(DbContextOptions<PostgresWorkflowsDbContext> options)
    : WorkflowsDbContext(options)
{
    internal override object KeyParameter(Guid id) => id;
}
