using Npgsql;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Limits;

namespace Workflows.Storage.Postgres;

/// <summary>
/// Counters on PostgreSQL. Every change makes its missing counters and locks them all in one order, so that changes that
/// share a counter wait for each other and never in a circle.
/// </summary>
internal sealed class PostgresLimitStore(NpgsqlDataSource source) : ILimitStore
{
    // Cleaning may remove a counter between its making and its locking, and a database may always ask to try again.
    private const int MaxTries = 10;

    private const string Left = """
        SELECT m.tenant, m.key, m.settled_at, m.outcome, m.attempts <= 1 AND m.submitted_at IS NULL
        FROM limit_reservations r JOIN messages m ON m.tenant = r.tenant AND m.key = r.message_key
        WHERE m.outcome IS NOT NULL LIMIT $1
        """;

    private const string Counters = """
        SELECT scope, marks FROM limit_counters
        WHERE tenant = $1 AND code = $2 AND ($4 OR scope > $3) ORDER BY scope LIMIT $5
        """;

    private const string ForgetCounters = """
        DELETE FROM limit_counters WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM limit_counters WHERE expires_at < $1 ORDER BY expires_at LIMIT $2
            FOR UPDATE SKIP LOCKED))
        """;

    private const string ForgetReservations = """
        DELETE FROM limit_reservations WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM limit_reservations WHERE expires_at < $1 ORDER BY expires_at LIMIT $2
            FOR UPDATE SKIP LOCKED))
        """;

    public async Task<T> ChangeAsync<T>(
        LimitRequest request,
        Func<LimitLedger, T> change,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var rows = new PostgresLimits(connection);
                if (await rows.OpenAsync(request, cancellationToken) is { } ledger)
                {
                    var result = change(ledger);
                    await rows.KeepAsync(ledger, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                    return result;
                }
            }
            catch (PostgresException conflict) when (IsPassing(conflict) && attempt < MaxTries)
            {
                // The transaction is gone with its connection; the next one finds what the other left.
            }

            if (attempt == MaxTries)
            {
                throw new TimeoutException($"The counters of limits could not be locked in {MaxTries} tries.");
            }
        }
    }

    public async Task<IReadOnlyList<LimitReservation>> FindAsync(
        IReadOnlyCollection<MessageKey> messages,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await new PostgresLimits(connection).FindAsync(messages, cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await new PostgresLimits(connection).RemoveAsync(messages, cancellationToken);
    }

    public async Task<IReadOnlyList<MessageSettlement.Ended>> LeftAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(Left, count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var left = new List<MessageSettlement.Ended>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var at = new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero);
            var outcome = (SendOutcome)reader.GetInt16(3);
            left.Add(LimitLeft.Of(reader.GetInt32(0), reader.GetString(1), at, outcome, reader.GetBoolean(4)));
        }

        return left;
    }

    public async Task<IReadOnlyList<LimitReservation>> StandingAsync(
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await new PostgresLimits(connection).StandingAsync(before, count, cancellationToken);
    }

    public async Task<IReadOnlyList<LimitHits>> HitsAsync(int tenant, DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(
            "SELECT code, deferred, dropped FROM limit_hits WHERE tenant = $1 AND day = $2 ORDER BY code COLLATE \"C\"",
            tenant,
            day.DayNumber
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hits = new List<LimitHits>();
        while (await reader.ReadAsync(cancellationToken))
        {
            hits.Add(new LimitHits(tenant, day, reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return hits;
    }

    public async Task<IReadOnlyList<CounterReading>> CountersAsync(
        int tenant,
        string code,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(Counters, tenant, code, after ?? "", after is null, count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counters = new List<CounterReading>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counters.Add(new CounterReading(reader.GetString(0), LimitJson.ReadMarks(reader.GetString(1))));
        }

        return counters;
    }

    public async Task<int> ForgetAsync(DateTimeOffset before, int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.RunAsync(ForgetCounters, cancellationToken, before.UtcTicks, count)
            + await connection.RunAsync(ForgetReservations, cancellationToken, before.UtcTicks, count);
    }

    private static bool IsPassing(PostgresException conflict) =>
        conflict.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
