using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Storage.Sqlite;

namespace Workflows.Storage;

/// <summary>Brings the database up to date before anything else uses it.</summary>
public sealed class DatabaseMigrator
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly StorageOptions _options;
    private readonly TimeProvider _clock;

    internal DatabaseMigrator(WorkflowsDbContextFactory contexts, StorageOptions options, TimeProvider clock) =>
        (_contexts, _options, _clock) = (contexts, options, clock);

    /// <summary>
    /// Creates the database or applies the migrations it lacks. Hosts that start together wait for each other: EF Core
    /// holds the database's migration lock meanwhile.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be reached, or refuses us.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var startedAt = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                await MigrateOnceAsync(cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is DbException or TimeoutException or IOException)
            {
                if (!MayPass(failure) || _clock.GetElapsedTime(startedAt) + Pause > _options.StartPatience)
                {
                    throw new DatabaseUnavailableException($"{Name()}: {OneLine(failure)}", failure);
                }
            }

            await Task.Delay(Pause, _clock, cancellationToken);
        }
    }

    /// <summary>Whether the database is there with every migration; only looks, and makes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be reached, or refuses us.</exception>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsThere)
        {
            return false;
        }

        try
        {
            await using var context = _contexts.Create();
            return !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or IOException)
        {
            throw new DatabaseUnavailableException($"{Name()}: {OneLine(failure)}", failure);
        }
    }

    private async Task MigrateOnceAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // Nothing to do takes no lock, so a host that was killed while migrating holds up nobody who need not.
            return;
        }

        using var alone =
            _options.Kind == StorageKind.Sqlite
                ? await SqliteMigrationLock.TakeAsync(context, _options.ConnectionString, _clock, cancellationToken)
                : null;
        await context.Database.MigrateAsync(cancellationToken);
    }

    // A wrong password or a missing right stays wrong; a server that starts up or restarts will answer.
    private static bool MayPass(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.IsTransient || refused.SqlState is "57P03" or "57P01" or "53300",
            NpgsqlException => true,
            SqliteException locked => locked.SqliteErrorCode is 5 or 6,
            _ => false,
        };

    private string Name()
    {
        if (_options.Kind == StorageKind.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(_options.ConnectionString).DataSource;
            return $"The SQLite database '{file}' cannot be used";
        }

        var server = new NpgsqlConnectionStringBuilder(_options.ConnectionString);
        return $"PostgreSQL database '{server.Database}' at {server.Host}:{server.Port} cannot be used";
    }

    private static string OneLine(Exception failure)
    {
        var text = (failure as PostgresException)?.MessageText ?? failure.Message;
        return text.ReplaceLineEndings(" ");
    }
}
