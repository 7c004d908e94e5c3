using Npgsql;
using Workflows.Runtime.Execution;

namespace Workflows.Storage.Postgres;

/// <summary>Occasions on PostgreSQL.</summary>
internal static class PostgresOccasions
{
    private const string Insert = """
        INSERT INTO occasions (tenant, definition_id, activity_id, key, due_at, fired_at, state, guests)
        SELECT *, 0 FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[],
            $7::smallint[])
        ON CONFLICT DO NOTHING
        """;

    private const string Count = """
        UPDATE occasions SET guests = guests + $5
        WHERE tenant = $1 AND definition_id = $2 AND activity_id = $3 AND key = $4
        """;

    private const string Known = """
        SELECT key FROM occasions WHERE tenant = $1 AND definition_id = $2 AND activity_id = $3 AND key = ANY ($4)
        """;

    /// <summary>Notes occasions; those that are there already are not written.</summary>
    public static NpgsqlBatchCommand? Fire(
        NpgsqlBatch batch,
        IReadOnlyList<(int Tenant, Guid, OccasionFired Fired)> rows
    )
    {
        var fired = rows.Select(row => row.Fired).ToArray();
        return fired.Length == 0
            ? null
            : batch.Add(
                Insert,
                rows.Select(row => row.Tenant).ToArray(),
                fired.Select(one => one.DefinitionId).ToArray(),
                fired.Select(one => one.ActivityId).ToArray(),
                fired.Select(one => one.Occasion.Key).ToArray(),
                fired.Select(one => one.Occasion.DueAt.UtcTicks).ToArray(),
                fired.Select(one => one.At.UtcTicks).ToArray(),
                fired.Select(one => (short)one.State).ToArray()
            );
    }

    public static void Spread(NpgsqlBatch batch, IReadOnlyList<(int Tenant, OccasionSpread Spread)> rows)
    {
        foreach (var (tenant, spread) in rows)
        {
            batch.Add(Count, tenant, spread.DefinitionId, spread.ActivityId, spread.Occasion, spread.Guests);
        }
    }

    public static async Task<IReadOnlyCollection<string>> FindAsync(
        NpgsqlDataSource source,
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(Known, tenant, definitionId, activityId, keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(reader.GetString(0));
        }

        return known;
    }
}
