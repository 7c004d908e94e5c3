using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Limits;

namespace Workflows.Storage.Sqlite;

/// <summary>Counters in SQLite, where one change is made at a time anyway.</summary>
internal sealed class SqliteLimitStore(SqliteDatabase database) : ILimitStore
{
    private const string Counter =
        "SELECT marks, expires_at FROM limit_counters WHERE tenant = ?1 AND code = ?2 AND scope = ?3";

    private const string Reservation =
        "SELECT holds, expires_at, carry_at FROM limit_reservations WHERE tenant = ?1 AND message_key = ?2";

    private const string PutCounter = """
        INSERT INTO limit_counters (tenant, code, scope, marks, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (tenant, code, scope) DO UPDATE SET marks = excluded.marks, expires_at = excluded.expires_at
        """;

    private const string PutReservation = """
        INSERT INTO limit_reservations (tenant, message_key, holds, expires_at, carry_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (tenant, message_key)
            DO UPDATE SET holds = excluded.holds, expires_at = excluded.expires_at, carry_at = excluded.carry_at
        """;

    private const string RemoveReservation = "DELETE FROM limit_reservations WHERE tenant = ?1 AND message_key = ?2";

    private const string AddHits = """
        INSERT INTO limit_hits (tenant, day, code, deferred, dropped) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (tenant, day, code)
            DO UPDATE SET deferred = deferred + excluded.deferred, dropped = dropped + excluded.dropped
        """;

    private const string Left = """
        SELECT m.tenant, m.key, m.settled_at, m.outcome, m.attempts <= 1 AND m.submitted_at IS NULL
        FROM limit_reservations r CROSS JOIN messages m ON m.tenant = r.tenant AND m.key = r.message_key
        WHERE m.outcome IS NOT NULL LIMIT ?1
        """;

    private const string Standing = """
        SELECT r.tenant, r.message_key, r.holds, r.expires_at, r.carry_at
        FROM limit_reservations r CROSS JOIN messages m ON m.tenant = r.tenant AND m.key = r.message_key
        WHERE r.carry_at <= ?1 AND m.state = 4 ORDER BY r.carry_at LIMIT ?2
        """;

    private const string Counters = """
        SELECT scope, marks FROM limit_counters
        WHERE tenant = ?1 AND code = ?2 AND (?3 IS NULL OR scope > ?3) ORDER BY scope LIMIT ?4
        """;

    private const string ForgetCounters = """
        DELETE FROM limit_counters
        WHERE rowid IN (SELECT rowid FROM limit_counters WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2)
        """;

    private const string ForgetReservations = """
        DELETE FROM limit_reservations
        WHERE rowid IN (SELECT rowid FROM limit_reservations WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2)
        """;

    public Task<T> ChangeAsync<T>(
        LimitRequest request,
        Func<LimitLedger, T> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            session =>
            {
                var ledger = Open(session, request);
                var result = change(ledger);
                Keep(session, ledger);
                return result;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<LimitReservation>> FindAsync(
        IReadOnlyCollection<MessageKey> messages,
        CancellationToken cancellationToken
    ) => Task.FromResult(database.Read<IReadOnlyList<LimitReservation>>(session => [.. Held(session, messages)]));

    public Task RemoveAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                foreach (var message in messages)
                {
                    Keep(session, message, null);
                }

                return messages.Count;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<MessageSettlement.Ended>> LeftAsync(int count, CancellationToken cancellationToken) =>
        Task.FromResult(
            database.Read<IReadOnlyList<MessageSettlement.Ended>>(session =>
            {
                var row = session.Prepare(Left).Bind(1, count);
                var left = new List<MessageSettlement.Ended>();
                while (row.Step())
                {
                    left.Add(
                        LimitLeft.Of(row.Int(0), row.Text(1), row.Time(2), (SendOutcome)row.Int(3), row.Int(4) != 0)
                    );
                }

                return left;
            })
        );

    public Task<IReadOnlyList<LimitReservation>> StandingAsync(
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            database.Read<IReadOnlyList<LimitReservation>>(session =>
            {
                var row = session.Prepare(Standing).Bind(1, before).Bind(2, count);
                var standing = new List<LimitReservation>();
                while (row.Step())
                {
                    standing.Add(Read(new MessageKey(row.Int(0), row.Text(1)), row, 2));
                }

                return standing;
            })
        );

    public Task<IReadOnlyList<LimitHits>> HitsAsync(int tenant, DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult(
            database.Read<IReadOnlyList<LimitHits>>(session =>
            {
                var row = session
                    .Prepare(
                        "SELECT code, deferred, dropped FROM limit_hits WHERE tenant = ?1 AND day = ?2 ORDER BY code"
                    )
                    .Bind(1, tenant)
                    .Bind(2, day.DayNumber);
                var hits = new List<LimitHits>();
                while (row.Step())
                {
                    hits.Add(new LimitHits(tenant, day, row.Text(0), row.Long(1), row.Long(2)));
                }

                return hits;
            })
        );

    public Task<IReadOnlyList<CounterReading>> CountersAsync(
        int tenant,
        string code,
        string? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            database.Read<IReadOnlyList<CounterReading>>(session =>
            {
                var row = session.Prepare(Counters).Bind(1, tenant).Bind(2, code).Bind(3, after).Bind(4, count);
                var counters = new List<CounterReading>();
                while (row.Step())
                {
                    counters.Add(new CounterReading(row.Text(0), LimitJson.ReadMarks(row.Text(1))));
                }

                return counters;
            })
        );

    public Task<int> ForgetAsync(DateTimeOffset before, int count, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.Prepare(ForgetCounters).Bind(1, before).Bind(2, count).Run()
                + session.Prepare(ForgetReservations).Bind(1, before).Bind(2, count).Run(),
            cancellationToken
        );

    private static LimitLedger Open(SqliteSession session, LimitRequest request)
    {
        var counters = new Dictionary<CounterKey, LimitCounter>(request.Counters.Count);
        foreach (var key in request.Counters)
        {
            var row = session.Prepare(Counter).Bind(1, key.Tenant).Bind(2, key.Code).Bind(3, key.Scope);
            counters[key] = row.Step()
                ? new LimitCounter(LimitJson.ReadMarks(row.Text(0)), row.Time(1))
                : LimitCounter.New();
            row.Reset();
        }

        return new LimitLedger(counters, Held(session, request.Messages));
    }

    private static List<LimitReservation> Held(SqliteSession session, IReadOnlyCollection<MessageKey> messages)
    {
        var held = new List<LimitReservation>();
        foreach (var message in messages.Distinct())
        {
            var row = session.Prepare(Reservation).Bind(1, message.Tenant).Bind(2, message.Key);
            if (row.Step())
            {
                held.Add(Read(message, row, 0));
                row.Reset();
            }
        }

        return held;
    }

    private static void Keep(SqliteSession session, LimitLedger ledger)
    {
        foreach (var (key, counter) in ledger.Counters.Where(pair => pair.Value.HasChanged))
        {
            session
                .Prepare(PutCounter)
                .Bind(1, key.Tenant)
                .Bind(2, key.Code)
                .Bind(3, key.Scope)
                .Bind(4, LimitJson.Write(counter.Marks))
                .Bind(5, counter.ExpiresAt)
                .Run();
        }

        foreach (var (message, reservation) in ledger.ChangedReservations)
        {
            Keep(session, message, reservation);
        }

        foreach (var hits in ledger.Hits)
        {
            session
                .Prepare(AddHits)
                .Bind(1, hits.Tenant)
                .Bind(2, hits.Day.DayNumber)
                .Bind(3, hits.Code)
                .Bind(4, hits.Deferred)
                .Bind(5, hits.Dropped)
                .Run();
        }
    }

    private static void Keep(SqliteSession session, MessageKey message, LimitReservation? reservation)
    {
        if (reservation is null)
        {
            session.Prepare(RemoveReservation).Bind(1, message.Tenant).Bind(2, message.Key).Run();
            return;
        }

        session
            .Prepare(PutReservation)
            .Bind(1, message.Tenant)
            .Bind(2, message.Key)
            .Bind(3, LimitJson.Write(reservation.Holds))
            .Bind(4, reservation.ExpiresAt)
            .Bind(5, reservation.CarryAt)
            .Run();
    }

    private static LimitReservation Read(MessageKey message, SqliteStatement row, int column) =>
        new(message, LimitJson.ReadHolds(row.Text(column)), row.Time(column + 1)) { CarryAt = row.Time(column + 2) };
}
