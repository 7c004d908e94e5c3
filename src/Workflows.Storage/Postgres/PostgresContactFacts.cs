using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>What contacts are by now, written over what they were.</summary>
internal static class PostgresContactFacts
{
    private const string Remember = """
        UPDATE contacts c SET joined_at = n.joined_at, paid_order_count = n.paid_order_count,
            last_paid_at = n.last_paid_at, paid_amount = n.paid_amount, attributes = n.attributes, tags = n.tags,
            consents = n.consents, traits = n.traits
        FROM unnest($1::int[], $2::uuid[], $3::bigint[], $4::int[], $5::bigint[], $6::numeric[], $7::text[],
                $8::text[], $9::text[], $10::text[])
            AS n (tenant, id, joined_at, paid_order_count, last_paid_at, paid_amount, attributes, tags, consents,
                traits)
        WHERE c.tenant = n.tenant AND c.id = n.id
        """;

    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<(int Tenant, ContactState Contact)> contacts)
    {
        if (contacts.Count > 0)
        {
            batch.Add(
                Remember,
                contacts.Select(row => row.Tenant).ToArray(),
                contacts.Select(row => row.Contact.Id).ToArray(),
                contacts.Select(row => row.Contact.JoinedAt.UtcTicks).ToArray(),
                contacts.Select(row => row.Contact.PaidOrderCount).ToArray(),
                contacts.Select(row => row.Contact.LastPaidAt?.UtcTicks).ToArray(),
                contacts.Select(row => row.Contact.PaidAmount).ToArray(),
                contacts.Select(row => ContactJson.Write(row.Contact.Attributes)).ToArray(),
                contacts.Select(row => ContactJson.Write(row.Contact.Tags)).ToArray(),
                contacts.Select(row => ContactJson.Write(row.Contact.Consents)).ToArray(),
                contacts.Select(row => ContactTraits.Write(row.Contact)).ToArray()
            );
        }
    }
}
