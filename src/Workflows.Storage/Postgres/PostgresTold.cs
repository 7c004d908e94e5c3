using Npgsql;
using Workflows.Marketing.Service;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>Events that turns told of their contacts, kept beside those from outside.</summary>
internal static class PostgresTold
{
    private const string Insert = """
        INSERT INTO contact_events (tenant, source, event_id, contact_id, type, at, received_at, data)
        SELECT tenant, source, event_id, contact_id, type, at, at, data
        FROM unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::text[])
            AS n (tenant, source, event_id, contact_id, type, at, data)
        ON CONFLICT DO NOTHING
        """;

    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<(int Tenant, EventTold Told)> told)
    {
        if (told.Count == 0)
        {
            return;
        }

        batch.Add(
            Insert,
            told.Select(row => row.Tenant).ToArray(),
            told.Select(row => row.Told.Event.Source).ToArray(),
            told.Select(row => row.Told.Event.Id).ToArray(),
            told.Select(row => row.Told.ContactId).ToArray(),
            told.Select(row => row.Told.Event.Type).ToArray(),
            told.Select(row => row.Told.Event.At.UtcTicks).ToArray(),
            told.Select(row => row.Told.Event.Data).ToArray()
        );
        foreach (var own in told.GroupBy(row => row.Tenant, row => row.Told))
        {
            new PostgresProjection(batch, own.Key).Add(IntakeProjection.Of(own));
        }
    }
}
