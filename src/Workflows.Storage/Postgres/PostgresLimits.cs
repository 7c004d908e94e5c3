using Npgsql;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Storage.Limits;

namespace Workflows.Storage.Postgres;

/// <summary>The rows of limits, a batch at a time, inside the caller's transaction.</summary>
internal sealed class PostgresLimits(NpgsqlConnection connection)
{
    private const string Make = """
        INSERT INTO limit_counters (tenant, code, scope, marks, expires_at)
        SELECT tenant, code, scope, '[]', 0 FROM unnest($1::int[], $2::text[], $3::text[])
            WITH ORDINALITY AS n (tenant, code, scope, place)
        ORDER BY place ON CONFLICT DO NOTHING
        """;

    private const string Lock = """
        SELECT c.tenant, c.code, c.scope, c.marks, c.expires_at
        FROM unnest($1::int[], $2::text[], $3::text[]) WITH ORDINALITY AS n (tenant, code, scope, place)
        JOIN limit_counters c ON c.tenant = n.tenant AND c.code = n.code AND c.scope = n.scope
        ORDER BY n.place FOR UPDATE OF c
        """;

    private const string Find = """
        SELECT r.tenant, r.message_key, r.holds, r.expires_at, r.carry_at
        FROM unnest($1::int[], $2::text[]) AS n (tenant, message_key)
        JOIN limit_reservations r ON r.tenant = n.tenant AND r.message_key = n.message_key
        """;

    // Names a range of the index and looks up each message: nearly always nothing.
    private const string Standing = """
        SELECT r.tenant, r.message_key, r.holds, r.expires_at, r.carry_at
        FROM limit_reservations r JOIN messages m ON m.tenant = r.tenant AND m.key = r.message_key
        WHERE r.carry_at <= $1 AND m.state = 4 ORDER BY r.carry_at LIMIT $2
        """;

    private const string PutCounters = """
        UPDATE limit_counters c SET marks = n.marks, expires_at = n.expires_at
        FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::bigint[])
            AS n (tenant, code, scope, marks, expires_at)
        WHERE c.tenant = n.tenant AND c.code = n.code AND c.scope = n.scope
        """;

    private const string PutReservations = """
        INSERT INTO limit_reservations (tenant, message_key, holds, expires_at, carry_at)
        SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
        ON CONFLICT (tenant, message_key)
            DO UPDATE SET holds = excluded.holds, expires_at = excluded.expires_at, carry_at = excluded.carry_at
        """;

    private const string RemoveReservations = """
        DELETE FROM limit_reservations r USING unnest($1::int[], $2::text[]) AS n (tenant, message_key)
        WHERE r.tenant = n.tenant AND r.message_key = n.message_key
        """;

    private const string AddHits = """
        INSERT INTO limit_hits AS h (tenant, day, code, deferred, dropped)
        SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::bigint[], $5::bigint[])
        ON CONFLICT (tenant, day, code)
            DO UPDATE SET deferred = h.deferred + excluded.deferred, dropped = h.dropped + excluded.dropped
        """;

    /// <returns>The locked counters; null when one of them was removed a moment ago.</returns>
    public async Task<LimitLedger?> OpenAsync(LimitRequest request, CancellationToken cancellationToken)
    {
        CounterKey[] keys = [.. request.Counters.Distinct().Order(CounterKey.LockOrder)];
        var columns = Columns(keys);
        await using var batch = new NpgsqlBatch(connection);
        if (keys.Length > 0)
        {
            batch.Add(Make, columns);
            batch.Add(Lock, columns);
        }

        AddFind(batch, request.Messages);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var counters = new Dictionary<CounterKey, LimitCounter>(keys.Length);
        if (keys.Length > 0)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = new CounterKey(reader.GetInt32(0), reader.GetString(1), reader.GetString(2));
                counters.Add(key, new LimitCounter(LimitJson.ReadMarks(reader.GetString(3)), Time(reader, 4)));
            }

            await reader.NextResultAsync(cancellationToken);
        }

        var held = await ReadHeldAsync(reader, cancellationToken);
        return counters.Count == keys.Length ? new LimitLedger(counters, held) : null;
    }

    public async Task<IReadOnlyList<LimitReservation>> FindAsync(
        IReadOnlyCollection<MessageKey> messages,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        AddFind(batch, messages);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReadHeldAsync(reader, cancellationToken);
    }

    public async Task<IReadOnlyList<LimitReservation>> StandingAsync(
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(Standing, before.UtcTicks, count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadHeldAsync(reader, cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(RemoveReservations, Columns([.. messages]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task KeepAsync(LimitLedger ledger, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, [.. ledger.Counters.Where(pair => pair.Value.HasChanged)]);
        Add(batch, [.. ledger.ChangedReservations.Values.OfType<LimitReservation>()]);
        MessageKey[] removed =
        [
            .. ledger.ChangedReservations.Where(pair => pair.Value is null).Select(pair => pair.Key),
        ];
        if (removed.Length > 0)
        {
            batch.Add(RemoveReservations, Columns(removed));
        }

        // The one row that all changes of a day share comes last: it is locked for the length of a commit only.
        Add(batch, [.. ledger.Hits.OrderBy(hits => hits.Tenant).ThenBy(hits => hits.Code, StringComparer.Ordinal)]);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void AddFind(NpgsqlBatch batch, IReadOnlyCollection<MessageKey> messages) =>
        batch.Add(Find, Columns([.. messages.Distinct()]));

    private static void Add(NpgsqlBatch batch, KeyValuePair<CounterKey, LimitCounter>[] counters)
    {
        if (counters.Length > 0)
        {
            batch.Add(
                PutCounters,
                [
                    .. Columns(Array.ConvertAll(counters, pair => pair.Key)),
                    Array.ConvertAll(counters, pair => LimitJson.Write(pair.Value.Marks)),
                    Array.ConvertAll(counters, pair => pair.Value.ExpiresAt.UtcTicks),
                ]
            );
        }
    }

    private static void Add(NpgsqlBatch batch, LimitReservation[] reservations)
    {
        if (reservations.Length > 0)
        {
            batch.Add(
                PutReservations,
                [
                    .. Columns(Array.ConvertAll(reservations, one => one.Message)),
                    Array.ConvertAll(reservations, one => LimitJson.Write(one.Holds)),
                    Array.ConvertAll(reservations, one => one.ExpiresAt.UtcTicks),
                    Array.ConvertAll(reservations, one => one.CarryAt.UtcTicks),
                ]
            );
        }
    }

    private static void Add(NpgsqlBatch batch, LimitHits[] hits)
    {
        if (hits.Length > 0)
        {
            batch.Add(
                AddHits,
                Array.ConvertAll(hits, one => one.Tenant),
                Array.ConvertAll(hits, one => one.Day.DayNumber),
                Array.ConvertAll(hits, one => one.Code),
                Array.ConvertAll(hits, one => one.Deferred),
                Array.ConvertAll(hits, one => one.Dropped)
            );
        }
    }

    private static object?[] Columns(CounterKey[] keys) =>
        [
            Array.ConvertAll(keys, key => key.Tenant),
            Array.ConvertAll(keys, key => key.Code),
            Array.ConvertAll(keys, key => key.Scope),
        ];

    private static object?[] Columns(MessageKey[] messages) =>
        [Array.ConvertAll(messages, message => message.Tenant), Array.ConvertAll(messages, message => message.Key)];

    private static async Task<List<LimitReservation>> ReadHeldAsync(
        NpgsqlDataReader reader,
        CancellationToken cancellationToken
    )
    {
        var held = new List<LimitReservation>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var message = new MessageKey(reader.GetInt32(0), reader.GetString(1));
            held.Add(
                new LimitReservation(message, LimitJson.ReadHolds(reader.GetString(2)), Time(reader, 3))
                {
                    CarryAt = Time(reader, 4),
                }
            );
        }

        return held;
    }

    private static DateTimeOffset Time(NpgsqlDataReader reader, int column) =>
        new(reader.GetInt64(column), TimeSpan.Zero);
}
