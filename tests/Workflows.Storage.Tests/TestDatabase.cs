using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Tests;

/// <summary>An empty database of its own for one test class, and the stores on it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Variable = "WORKFLOWS_TEST_POSTGRES";

    private static readonly ActivityCatalog Activities = new(typeof(OutboundMessage).Assembly);
    private readonly ServiceProvider _services;
    private readonly Func<ValueTask> _drop;

    private TestDatabase(StorageOptions options, Func<ValueTask> drop, FakeTimeProvider? clock = null)
    {
        Options = options;
        _drop = drop;
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new TriggerIndex());
        services.AddSingleton(new WorkflowValidator(new WorkflowCompiler(Activities), []));
        services.AddSingleton<DefinitionCatalog>();
        services.AddWorkflowsStorage(options);
        _services = services.BuildServiceProvider();
    }

    public StorageOptions Options { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>A database with all tables: a copy of one that was migrated once.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageKind kind)
    {
        var database = Empty(kind);
        await MigratedDatabase.CopyAsync(kind, database.Options.ConnectionString);
        return database;
    }

    /// <summary>A database without tables.</summary>
    public static TestDatabase Empty(StorageKind kind) => kind == StorageKind.Sqlite ? OpenSqlite() : OpenPostgres();

    /// <summary>Another host on the same database: stores and connections of its own, the same time.</summary>
    public TestDatabase Another() => new(Options, () => ValueTask.CompletedTask, Clock);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Ends every connection to it; it stays.</summary>
    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _drop();
    }

    private static TestDatabase OpenSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("workflows-storage-");
        var options = new StorageOptions
        {
            ConnectionString = $"Data Source={Path.Combine(folder.FullName, "test.db")}",
        };
        return new TestDatabase(
            options,
            () =>
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            }
        );
    }

    private static TestDatabase OpenPostgres()
    {
        var server = PostgresServer();
        var settings = new NpgsqlConnectionStringBuilder(server)
        {
            Database = $"workflows_{Guid.NewGuid():N}",
            MaxPoolSize = 20,
        };
        var options = new StorageOptions { Kind = StorageKind.Postgres, ConnectionString = settings.ConnectionString };
        return new TestDatabase(options, () => DropAsync(server, settings.Database));
    }

    /// <summary>How the server for tests is reached.</summary>
    public static string PostgresServer() =>
        Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException(
            $"{Variable} names no PostgreSQL server. Run ./test at the root: it starts one and sets the variable."
        );

    private static async ValueTask DropAsync(string server, string database)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        await command.ExecuteNonQueryAsync();
    }
}
