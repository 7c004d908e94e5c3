using Npgsql;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Postgres;

/// <summary>New tracked links on PostgreSQL.</summary>
internal static class PostgresLinks
{
    private const string Insert = """
        INSERT INTO tracked_links (tenant, code, message_key, target, days, dropped_at, opens_at, ends_at, audience, clicks)
        SELECT l.*, 0
        FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[]) AS l
        ON CONFLICT DO NOTHING
        """;

    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<(int Tenant, LinkDropped Link)> links)
    {
        if (links.Count > 0)
        {
            batch.Add(
                Insert,
                links.Select(row => row.Tenant).ToArray(),
                links.Select(row => row.Link.Code).ToArray(),
                links.Select(row => row.Link.MessageKey).ToArray(),
                links.Select(row => row.Link.Target).ToArray(),
                links.Select(row => row.Link.Days).ToArray(),
                links.Select(row => row.Link.At.UtcTicks).ToArray(),
                links.Select(row => row.Link.OpensAt?.UtcTicks).ToArray(),
                links.Select(row => row.Link.EndsAt?.UtcTicks).ToArray(),
                links.Select(row => row.Link.Audience?.ToString()).ToArray()
            );
        }
    }
}
