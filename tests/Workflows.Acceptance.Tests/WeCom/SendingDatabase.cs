using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Acceptance.Tests.Sop;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;
using Workflows.Storage;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>A PostgreSQL database of its own to look into while hosts work on it.</summary>
internal sealed class SendingDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;
    private readonly ServiceProvider _services;
    private readonly NpgsqlDataSource _source;

    private SendingDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        _source = NpgsqlDataSource.Create(ConnectionString);
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new TriggerIndex())
            .AddSingleton(new WorkflowValidator(new WorkflowCompiler(), []))
            .AddSingleton<DefinitionCatalog>()
            .AddWorkflowsStorage(
                new StorageOptions { Kind = StorageKind.Postgres, ConnectionString = ConnectionString }
            )
            .BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public static async Task<SendingDatabase> CreateAsync()
    {
        var server =
            Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "WORKFLOWS_TEST_POSTGRES is not set: run ./test, which starts PostgreSQL."
            );
        var name = $"wecom_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        var database = new SendingDatabase(server, name);
        await database._services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A store on the database.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="messages">How many there will be when all journeys have said theirs.</param>
    public async Task<SendingProgress> ProgressAsync(int messages)
    {
        await using var command = _source.CreateCommand(
            "SELECT count(*) FILTER (WHERE state NOT IN (1, 5)), count(*) FILTER (WHERE state = 4) FROM messages"
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new SendingProgress(messages - reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>Whether nothing is left to do at a time of the journeys: no work due, no event to tell, no message to send or to ask about.</summary>
    public async Task<bool> IsAtRestAsync(DateTimeOffset now)
    {
        await using var command = _source.CreateCommand(
            """
            SELECT NOT EXISTS (SELECT 1 FROM work_items WHERE due_at <= $1)
                AND NOT EXISTS (SELECT 1 FROM group_buy_news WHERE delivered_at IS NULL AND contact_id IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM messages WHERE state = 1 OR (state IN (4, 5) AND due_at <= $1))
            """
        );
        command.Parameters.AddWithValue(now.UtcTicks);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What was to be said in groups, and what became of it.</summary>
    public async Task<IReadOnlyList<SopMessage>> GroupMessagesAsync()
    {
        var messages = new List<SopMessage>();
        await using var command = _source.CreateCommand("SELECT address, text, outcome, reason_code FROM messages");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            messages.Add(
                new SopMessage(
                    reader.GetString(0)["group:".Length..],
                    reader.GetString(1),
                    reader.IsDBNull(2) ? null : (SendOutcome)reader.GetInt16(2),
                    reader.IsDBNull(3) ? null : reader.GetString(3)
                )
            );
        }

        return messages;
    }

    /// <summary>How many instances came to their end, and how many did not.</summary>
    public async Task<(long Finished, long Others)> InstancesAsync()
    {
        await using var command = _source.CreateCommand(
            "SELECT count(*) FILTER (WHERE sub_status = $1), count(*) FILTER (WHERE sub_status <> $1) FROM instances"
        );
        command.Parameters.AddWithValue((short)WorkflowSubStatus.Finished);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The outcomes by the external_userids of those who were to get a message.</summary>
    public async Task<IReadOnlyDictionary<string, SendOutcome>> OutcomesAsync()
    {
        var outcomes = new Dictionary<string, SendOutcome>(StringComparer.Ordinal);
        await using var command = _source.CreateCommand(
            """
            SELECT i.value, m.outcome FROM messages m
            JOIN contact_identities i ON i.contact_id = m.contact_id AND i.kind = $1
            """
        );
        command.Parameters.AddWithValue((short)IdentityKind.ExternalUserId);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            outcomes.Add(reader.GetString(0), (SendOutcome)reader.GetInt16(1));
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _source.DisposeAsync();
        await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
