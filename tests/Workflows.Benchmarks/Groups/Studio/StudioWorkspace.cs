using Npgsql;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>
/// 1,000 definitions of 50 versions, and instances with three turns each: one a second from the first of January 2026 on, its last
/// turn within the next 28 hours. A tick is 100 nanoseconds, counted from the year 1.
/// </summary>
internal static class StudioWorkspace
{
    private const string Fill = """
        INSERT INTO definition_versions
            (tenant, definition_id, version, name, description, json, is_latest, is_published, was_published,
             usable_as_activity, revision, created_at, updated_at)
        SELECT 1, 'd' || d, v, 'Journey number ' || d, 'What journey ' || d || ' is for',
            replace(replace(@json, '"definitionId"', '"note":"' || repeat('x', 2000) || '","definitionId"'),
                'wait-for-orders', 'd' || d),
            v = 50, v = 49, v < 50, false, 1, 639028224000000000 + d, 639028224000000000 + d
        FROM generate_series(1, 1000) d, generate_series(1, 50) v;

        INSERT INTO definition_uses (definition_key, used_id)
        SELECT key, 'd' || (key / 50 % 1000 + 1) FROM definition_versions;

        INSERT INTO instances
            (id, tenant, partition, subject, definition_key, status, sub_status, correlation_id, name, revision, incident_count,
             created_at, updated_at, finished_at, state)
        SELECT (lpad(to_hex(1767225600000 + n::bigint * 1000), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
            1, n % 64, gen_random_uuid(), key, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END,
            CASE WHEN n % 300 = 0 THEN 5 WHEN n % 3 = 0 THEN 3 ELSE 2 END,
            'order-' || n, CASE WHEN n % 10 = 0 THEN 'Name ' || n END, 3, CASE WHEN n % 300 = 0 THEN 1 ELSE 0 END,
            639028224000000000 + n::bigint * 10000000, 639028224000000000 + n::bigint * 10000000 + (n::bigint * 7919 % 100000) * 10000000,
            CASE WHEN n % 3 = 0 THEN 639028224000000000 + n::bigint * 10000000 + (n::bigint * 7919 % 100000) * 10000000 END,
            decode(repeat('ab', 300), 'hex')
        FROM generate_series(1, @instances) n
        JOIN definition_versions ON definition_id = 'd' || (n % 1000 + 1) AND version = 49;

        INSERT INTO journal (instance_id, revision, tenant, subject, at, entries)
        SELECT id, turn, tenant, subject, created_at + (updated_at - created_at) * (turn - 1) / 2, decode(repeat('ab', 60), 'hex')
        FROM instances, generate_series(1, 3) turn
        ORDER BY 5;
        """;

    private static readonly string[] Tables = ["instances", "journal", "definition_versions", "definition_uses"];

    public static async Task FillAsync(BenchmarkDatabase database, int instances)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync();
        await using var command = new NpgsqlCommand(Fill, connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("instances", instances);
        command.Parameters.AddWithValue("json", Samples.WaitForOrders());
        await command.ExecuteNonQueryAsync();
        foreach (var table in Tables)
        {
            await using var settle = new NpgsqlCommand($"VACUUM ANALYZE {table}", connection) { CommandTimeout = 600 };
            await settle.ExecuteNonQueryAsync();
        }
    }
}
