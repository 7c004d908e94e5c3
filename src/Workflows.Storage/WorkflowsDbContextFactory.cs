using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Workflows.Storage;

/// <summary>Opens the model on the configured database.</summary>
internal sealed class WorkflowsDbContextFactory
{
    private readonly Func<WorkflowsDbContext> _create;

    public WorkflowsDbContextFactory(string sqliteConnectionString)
    {
        var options = new DbContextOptionsBuilder<SqliteWorkflowsDbContext>().UseSqlite(sqliteConnectionString).Options;
        _create = () => new SqliteWorkflowsDbContext(options);
    }

    public WorkflowsDbContextFactory(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<PostgresWorkflowsDbContext>().UseNpgsql(source).Options;
        _create = () => new PostgresWorkflowsDbContext(options);
    }

    public WorkflowsDbContext Create() => _create();
}
