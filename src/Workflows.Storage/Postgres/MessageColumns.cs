using Workflows.Marketing.Messaging;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Postgres;

/// <summary>New message rows, column by column: one statement inserts any number of them.</summary>
internal sealed class MessageColumns(IReadOnlyList<(int Tenant, Guid Subject, OutboundMessage Message)> rows)
{
    public const string Insert = """
        INSERT INTO messages (tenant, key, contact_id, subject, recipient, address, carrier, channel, template, text,
            attachments, purpose, sender, kind, product, subsidy, priority, on_limit, expires_at, journey,
            journey_version, instance_id, created_at, destination, content_ref, due_at, state, attempts, reminders)
        SELECT tenant, key, contact_id, subject, recipient, address, carrier, channel, template, text, attachments,
            purpose, sender, kind, product, subsidy, priority, on_limit, expires_at, journey, journey_version,
            instance_id, created_at, destination, content_ref, created_at, 1, 0, 0
        FROM unnest($1::int[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::numeric[],
            $17::int[], $18::smallint[], $19::bigint[], $20::text[], $21::int[], $22::uuid[], $23::bigint[], $24::text[],
            $25::text[])
            WITH ORDINALITY AS m (tenant, key, contact_id, subject, recipient, address, carrier, channel, template,
                text, attachments, purpose, sender, kind, product, subsidy, priority, on_limit, expires_at, journey,
                journey_version, instance_id, created_at, destination, content_ref, place)
        ORDER BY place
        ON CONFLICT (tenant, key) DO NOTHING
        """;

    public object[] ForInsert() =>
        [
            Column(row => row.Tenant),
            Column(row => row.Message.Key),
            Column(row => row.Message.ContactId),
            Column(row => row.Subject),
            Column(row => RecipientJson.Write(row.Message)),
            Column(row => RecipientJson.AddressOf(row.Message)),
            Column(row => (short)row.Message.Carrier),
            Column(row => row.Message.Channel),
            Column(row => row.Message.Template),
            Column(row => row.Message.Content.Text),
            Column(row => AttachmentJson.Write(row.Message.Content)),
            Column(row => row.Message.Purpose),
            Column(row => row.Message.Sender),
            Column(row => row.Message.Kind),
            Column(row => row.Message.Product),
            Column(row => row.Message.Subsidy),
            Column(row => row.Message.Priority),
            Column(row => (short)row.Message.OnLimit),
            Column(row => row.Message.ExpiresAt?.UtcTicks),
            Column(row => row.Message.Journey),
            Column(row => row.Message.JourneyVersion),
            Column(row => row.Message.InstanceId),
            Column(row => row.Message.CreatedAt.UtcTicks),
            Column(row => row.Message.Destination),
            Column(row => row.Message.Source?.ToString()),
        ];

    private TColumn[] Column<TColumn>(Func<(int Tenant, Guid Subject, OutboundMessage Message), TColumn> value) =>
        [.. rows.Select(value)];
}
