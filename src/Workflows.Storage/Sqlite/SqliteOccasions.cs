using Workflows.Runtime.Execution;

namespace Workflows.Storage.Sqlite;

/// <summary>Occasions in SQLite.</summary>
internal static class SqliteOccasions
{
    private const string Insert = """
        INSERT INTO occasions (tenant, definition_id, activity_id, key, due_at, fired_at, state, guests)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0) ON CONFLICT DO NOTHING
        """;

    private const string Count = """
        UPDATE occasions SET guests = guests + ?5
        WHERE tenant = ?1 AND definition_id = ?2 AND activity_id = ?3 AND key = ?4
        """;

    private const string Known = """
        SELECT 1 FROM occasions WHERE tenant = ?1 AND definition_id = ?2 AND activity_id = ?3 AND key = ?4
        """;

    /// <summary>Notes an occasion; writes nothing when it is there already.</summary>
    public static SqliteStatement Fire(SqliteSession session, int tenant, OccasionFired fired) =>
        session
            .Prepare(Insert)
            .Bind(1, tenant)
            .Bind(2, fired.DefinitionId)
            .Bind(3, fired.ActivityId)
            .Bind(4, fired.Occasion.Key)
            .Bind(5, fired.Occasion.DueAt)
            .Bind(6, fired.At)
            .Bind(7, (long)fired.State);

    public static void Spread(SqliteSession session, int tenant, OccasionSpread spread) =>
        session
            .Prepare(Count)
            .Bind(1, tenant)
            .Bind(2, spread.DefinitionId)
            .Bind(3, spread.ActivityId)
            .Bind(4, spread.Occasion)
            .Bind(5, spread.Guests)
            .Run();

    public static List<string> Find(
        SqliteSession session,
        int tenant,
        string definitionId,
        string activityId,
        IReadOnlyCollection<string> keys
    )
    {
        var known = new List<string>();
        foreach (var key in keys)
        {
            var statement = session
                .Prepare(Known)
                .Bind(1, tenant)
                .Bind(2, definitionId)
                .Bind(3, activityId)
                .Bind(4, key);
            if (statement.Step())
            {
                known.Add(key);
            }

            statement.Reset();
        }

        return known;
    }
}
