using Workflows.Runtime.Durability;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Sqlite;

/// <summary>Finds instances in SQLite.</summary>
internal static class SqliteInstances
{
    private const string Columns = "SELECT id, subject, definition_key, revision, state FROM instances ";

    public static List<StoredInstance> Load(SqliteSession session, InstanceRequest request)
    {
        var stored = new Dictionary<Guid, StoredInstance>();
        foreach (var id in request.Instances)
        {
            Read(session.Prepare(Columns + "WHERE id = ?1").Bind(1, id), stored);
        }

        foreach (var subject in request.Subjects)
        {
            Read(
                session.Prepare(Columns + "WHERE subject = ?1 AND finished_at IS NULL ORDER BY id").Bind(1, subject),
                stored
            );
        }

        return [.. stored.Values.OrderBy(instance => instance.Id)];
    }

    public static List<(Guid Subject, int Key)> Histories(SqliteSession session, InstanceRequest request)
    {
        var past = new List<(Guid, int)>();
        foreach (var subject in request.Histories)
        {
            var statement = session
                .Prepare("SELECT DISTINCT definition_key FROM instances WHERE subject = ?1")
                .Bind(1, subject);
            while (statement.Step())
            {
                past.Add((subject, statement.Int(0)));
            }
        }

        return past;
    }

    public static List<WaitingInstance> Waiting(
        SqliteSession session,
        int tenant,
        Guid hash,
        string? correlationId,
        Guid? after,
        int count
    )
    {
        var statement = session
            .Prepare(
                """
                SELECT b.instance_id, b.subject FROM bookmarks b
                WHERE b.tenant = ?1 AND b.hash = ?2 AND b.instance_id > ?3
                    AND (?4 IS NULL OR EXISTS (
                        SELECT 1 FROM instances i WHERE i.id = b.instance_id AND i.correlation_id = ?4))
                ORDER BY b.instance_id LIMIT ?5
                """
            )
            .Bind(1, tenant)
            .Bind(2, hash)
            .Bind(3, after ?? Guid.Empty)
            .Bind(4, correlationId)
            .Bind(5, count);
        var waiting = new List<WaitingInstance>();
        while (statement.Step())
        {
            waiting.Add(new WaitingInstance(statement.Guid(0), statement.Guid(1)));
        }

        return waiting;
    }

    private static void Read(SqliteStatement statement, Dictionary<Guid, StoredInstance> stored)
    {
        while (statement.Step())
        {
            var id = statement.Guid(0);
            stored[id] = new StoredInstance(
                id,
                statement.Guid(1),
                statement.Int(2),
                statement.Int(3),
                statement.Bytes(4).ToArray()
            );
        }
    }
}
