using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Storage.Sqlite;

namespace Workflows.Storage;

/// <summary>Opens the model on the configured database.</summary>
internal sealed class WorkflowsDbContextFactory : IDisposable
{
    private readonly Func<WorkflowsDbContext> _create;
    private readonly NpgsqlDataSource? _source;

    public WorkflowsDbContextFactory(string sqliteConnectionString)
    {
        var options = new DbContextOptionsBuilder<SqliteWorkflowsDbContext>()
            .UseSqlite(sqliteConnectionString)
            .AddInterceptors(new SqlitePatience())
            .Options;
        _create = () => new SqliteWorkflowsDbContext(options);
    }

    /// <param name="source">The connections; they are the factory's from now on.</param>
    public WorkflowsDbContextFactory(NpgsqlDataSource source)
    {
        _source = source;
        var options = new DbContextOptionsBuilder<PostgresWorkflowsDbContext>().UseNpgsql(source).Options;
        _create = () => new PostgresWorkflowsDbContext(options);
    }

    public WorkflowsDbContext Create() => _create();

    public void Dispose() => _source?.Dispose();
}
