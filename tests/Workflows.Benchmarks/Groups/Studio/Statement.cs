using System.Text.Json;
using Npgsql;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>A statement as it was sent, with its values.</summary>
/// <param name="Session">Statements with the same one were sent in the same transaction.</param>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">Its values.</param>
internal sealed record Statement(Guid Session, string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    // A table of a few pages is read from end to end because that is fastest.
    private const string Large = "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > 1000";

    /// <summary>The larger tables that the plans of these very statements, under the settings of their transactions, read from end to end.</summary>
    public static async Task<IReadOnlyCollection<string>> ScansAsync(
        IEnumerable<Statement> statements,
        NpgsqlConnection connection
    )
    {
        var scanned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in statements.GroupBy(statement => statement.Session))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var statement in session)
            {
                scanned.UnionWith(await statement.ExplainAsync(connection));
            }
        }

        scanned.IntersectWith(await LargeTablesAsync(connection));
        return scanned;
    }

    private static async Task<IReadOnlyList<string>> LargeTablesAsync(NpgsqlConnection connection)
    {
        List<string> large = [];
        await using var tables = new NpgsqlCommand(Large, connection);
        await using var reader = await tables.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            large.Add(reader.GetString(0));
        }

        return large;
    }

    private async Task<IEnumerable<string>> ExplainAsync(NpgsqlConnection connection)
    {
        if (Text.StartsWith("SET ", StringComparison.Ordinal))
        {
            await using var setting = new NpgsqlCommand(Text, connection);
            await setting.ExecuteNonQueryAsync();
            return [];
        }

        await using var command = new NpgsqlCommand($"EXPLAIN (FORMAT JSON) {Text}", connection);
        command.Parameters.AddRange(Parameters.Select(parameter => parameter.Clone()).ToArray());
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        return [.. Scanned(plan.RootElement)];
    }

    private static IEnumerable<string> Scanned(JsonElement plan) =>
        plan.ValueKind switch
        {
            JsonValueKind.Array => plan.EnumerateArray().SelectMany(Scanned),
            JsonValueKind.Object => plan.EnumerateObject()
                .SelectMany(member => Scanned(member.Value))
                .Concat(
                    plan.TryGetProperty("Node Type", out var type) && type.ValueEquals("Seq Scan")
                        ? [plan.GetProperty("Relation Name").GetString()!]
                        : []
                ),
            _ => [],
        };
}
