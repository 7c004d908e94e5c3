using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>New lines of contacts' histories on PostgreSQL.</summary>
internal static class PostgresHistory
{
    private const string Insert = """
        INSERT INTO contact_history (tenant, key, contact_id, kind, at, before, after, by)
        SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[], $4::smallint[], $5::bigint[], $6::text[], $7::text[],
            $8::text[])
        ON CONFLICT DO NOTHING
        """;

    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<(int Tenant, ContactNoted Noted)> notes)
    {
        if (notes.Count > 0)
        {
            batch.Add(
                Insert,
                notes.Select(row => row.Tenant).ToArray(),
                notes.Select(row => row.Noted.Key).ToArray(),
                notes.Select(row => row.Noted.ContactId).ToArray(),
                notes.Select(row => (short)row.Noted.Note.Kind).ToArray(),
                notes.Select(row => row.Noted.Note.At.UtcTicks).ToArray(),
                notes.Select(row => HistoryText.Shorten(row.Noted.Note.Before)).ToArray(),
                notes.Select(row => HistoryText.Shorten(row.Noted.Note.After)).ToArray(),
                notes.Select(row => HistoryText.Shorten(row.Noted.Note.By, 256)).ToArray()
            );
        }
    }
}
