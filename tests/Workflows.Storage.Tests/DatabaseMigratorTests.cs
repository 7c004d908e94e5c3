using Microsoft.Extensions.Time.Testing;
using Workflows.Storage.Postgres;

namespace Workflows.Storage.Tests;

public sealed class DatabaseMigratorTests
{
    [Fact]
    public async Task Migrate_ServerDown_SaysSoInOneLine()
    {
        var options = new StorageOptions
        {
            Kind = StorageKind.Postgres,
            ConnectionString = "Host=127.0.0.1;Port=1;Database=shop;Username=u;Password=secret;Timeout=2",
            StartPatience = TimeSpan.Zero,
        };
        using var contexts = new WorkflowsDbContextFactory(PostgresSource.Create(options.ConnectionString));
        var migrator = new DatabaseMigrator(contexts, options, new FakeTimeProvider());

        var down = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            migrator.MigrateAsync(CancellationToken.None)
        );

        Assert.StartsWith("PostgreSQL database 'shop' at 127.0.0.1:1 cannot be used: ", down.Message);
        Assert.DoesNotContain('\n', down.Message);
        Assert.DoesNotContain("secret", down.Message);
    }

    [Fact]
    public async Task Migrate_FolderMissing_NamesTheFile()
    {
        var options = new StorageOptions { ConnectionString = "Data Source=/nowhere/at/all.db" };
        using var contexts = new WorkflowsDbContextFactory(options.ConnectionString);
        var migrator = new DatabaseMigrator(contexts, options, new FakeTimeProvider());

        var missing = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            migrator.MigrateAsync(CancellationToken.None)
        );

        Assert.StartsWith("The SQLite database '/nowhere/at/all.db' cannot be used: ", missing.Message);
    }
}
