using Npgsql;
using Workflows.Runtime.Durability;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Postgres;

/// <summary>Loads instances from PostgreSQL.</summary>
internal sealed class PostgresInstances(NpgsqlDataSource source, InstanceReader instances)
{
    private const string Load = """
        SELECT id, subject, definition_key, revision, state FROM instances
        WHERE id = ANY ($1) OR (subject = ANY ($2) AND finished_at IS NULL)
        ORDER BY id
        """;

    private const string Histories = "SELECT DISTINCT subject, definition_key FROM instances WHERE subject = ANY ($1)";

    private const string Waiting = """
        SELECT b.instance_id, b.subject FROM bookmarks b
        WHERE b.tenant = $1 AND b.hash = $2 AND b.instance_id > $3
            AND ($4::text IS NULL OR EXISTS (
                SELECT 1 FROM instances i WHERE i.id = b.instance_id AND i.correlation_id = $4))
        ORDER BY b.instance_id LIMIT $5
        """;

    public async Task<LoadedInstances> LoadAsync(InstanceRequest request, CancellationToken cancellationToken)
    {
        var stored = new List<StoredInstance>();
        var past = new List<(Guid Subject, int Key)>();
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.Add(Load, request.Instances.ToArray(), request.Subjects.ToArray());
            batch.Add(Histories, new object[] { request.Histories.ToArray() });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                stored.Add(
                    new StoredInstance(
                        reader.GetGuid(0),
                        reader.GetGuid(1),
                        reader.GetInt32(2),
                        reader.GetInt32(3),
                        reader.GetFieldValue<byte[]>(4)
                    )
                );
            }

            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                past.Add((reader.GetGuid(0), reader.GetInt32(1)));
            }
        }

        return await instances.ReadAsync(stored, past, cancellationToken);
    }

    public async Task<IReadOnlyList<WaitingInstance>> FindWaitingAsync(
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(Waiting, tenant, hash, after ?? Guid.Empty, correlationId, count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var waiting = new List<WaitingInstance>();
        while (await reader.ReadAsync(cancellationToken))
        {
            waiting.Add(new WaitingInstance(reader.GetGuid(0), reader.GetGuid(1)));
        }

        return waiting;
    }
}
