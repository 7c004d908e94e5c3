using Npgsql;
using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Storage.Postgres;

/// <summary>New follow-up records on PostgreSQL; a chat's record counts on.</summary>
internal static class PostgresFollowUps
{
    private const string Write = """
        INSERT INTO follow_ups (tenant, key, contact_id, kind, at, last_at, staff, items, seconds, text, next_at)
        VALUES ($1, $2, $3, $4, $5, $5, $6, 1, $7, $8, $9)
        ON CONFLICT (tenant, key) DO UPDATE SET items = follow_ups.items + 1, at = least(follow_ups.at, excluded.at),
            last_at = greatest(follow_ups.last_at, excluded.last_at), text = coalesce(follow_ups.text, excluded.text)
        WHERE follow_ups.kind = 3
        """;

    // In one order everywhere, so that two batches about the same chats wait for each other instead of locking up.
    public static void AddTo(NpgsqlBatch batch, int tenant, IEnumerable<FollowUp> written)
    {
        foreach (var one in written.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            batch.Add(
                Write,
                tenant,
                one.Key,
                one.ContactId,
                (short)one.Kind,
                one.At.UtcTicks,
                (object?)one.Staff ?? DBNull.Value,
                (object?)one.Seconds ?? DBNull.Value,
                (object?)one.Text ?? DBNull.Value,
                (object?)one.NextAt?.UtcTicks ?? DBNull.Value
            );
        }
    }
}
