using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Storage;

namespace Workflows.Acceptance.Tests.Imports;

/// <summary>A workspace of its own that a command imports into, and what is in its tables.</summary>
internal sealed class ImportedWorkspace : IAsyncDisposable
{
    // What identifies a row is its own: ids and the time of arrival differ from run to run.
    private const string Events = """
        SELECT e.source || ' ' || e.event_id || ' ' || e.type || ' ' || e.at || ' ' || i.value || ' ' || CAST(e.data AS text)
        FROM contact_events e JOIN contact_identities i ON i.contact_id = e.contact_id ORDER BY 1
        """;

    private const string Contacts = """
        SELECT i.value || ' ' || c.paid_order_count || ' ' || c.last_paid_at || ' ' || c.joined_at || ' ' || CAST(c.tags AS text)
            || ' ' || CAST(c.attributes AS text) || ' ' || CAST(c.paid_amount AS decimal(20, 2))
        FROM contacts c JOIN contact_identities i ON i.contact_id = c.id ORDER BY 1
        """;

    private const string Checkpoint = """
        SELECT line || ' ' || rows || ' ' || added || ' ' || contacts || ' ' || bad_rows || ' ' ||
            CASE WHEN finished_at IS NULL THEN 'unfinished' ELSE 'finished' END FROM imports
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows-killed-");
    private readonly string? _server;
    private readonly string _name = $"import_{Guid.CreateVersion7():N}";

    private ImportedWorkspace(string? server) => _server = server;

    /// <summary>The options that name the workspace to a command.</summary>
    public string[] Options =>
        _server is null
            ? ["--data", _folder.FullName]
            : ["--data", _folder.FullName, "--provider", "Postgres", "--connection", ConnectionString];

    private string ConnectionString =>
        _server is null
            ? $"Data Source={Path.Combine(_folder.FullName, "workflows.db")};Mode=ReadOnly;Pooling=False"
            : new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ConnectionString;

    public static async Task<ImportedWorkspace> CreateAsync(StorageKind kind)
    {
        if (kind == StorageKind.Sqlite)
        {
            return new ImportedWorkspace(null);
        }

        var server =
            Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "WORKFLOWS_TEST_POSTGRES is not set: run ./test, which starts PostgreSQL."
            );
        var workspace = new ImportedWorkspace(server);
        await ExecuteAsync(server, $"CREATE DATABASE {workspace._name}");
        return workspace;
    }

    /// <summary>A copy of a file, for this workspace alone: its report stands beside it.</summary>
    public string Copy(string file)
    {
        var copy = Path.Combine(_folder.FullName, Path.GetFileName(file));
        File.Copy(file, copy);
        return copy;
    }

    /// <summary>How far the import has come: the last line of the last batch, 0 before the first.</summary>
    public async Task<long> LineAsync()
    {
        try
        {
            var read = await ReadAsync("SELECT line || '' FROM imports");
            return read is [var line] ? long.Parse(line, CultureInfo.InvariantCulture) : 0;
        }
        catch (DbException)
        {
            // There is no database yet, or no such table.
            return 0;
        }
    }

    /// <summary>All that an import leaves behind, in an order of its own.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync() =>
        [.. await ReadAsync(Events), .. await ReadAsync(Contacts), .. await ReadAsync(Checkpoint)];

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await ExecuteAsync(server, $"DROP DATABASE {_name} WITH (FORCE)");
        }

        _folder.Delete(recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using DbConnection connection = _server is null
            ? new SqliteConnection(ConnectionString)
            : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return rows;
    }
}
