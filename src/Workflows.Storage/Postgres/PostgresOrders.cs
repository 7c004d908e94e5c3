using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>Adds what a batch says about orders to the statements that write its events.</summary>
internal sealed class PostgresOrders(NpgsqlConnection connection, int tenant)
{
    // Locked in one order, so that two batches with the same orders wait for each other instead of locking up.
    private const string Read = """
        SELECT o.source, o.number, o.contact_id, o.paid_at, o.quantity, o.paid, o.refunds, o.lines
        FROM unnest($2::text[], $3::text[], $4::uuid[]) AS n (source, number, contact_id)
        CROSS JOIN LATERAL (SELECT * FROM orders o WHERE o.tenant = $1 AND o.source = n.source AND o.number = n.number
            AND o.contact_id = n.contact_id FOR UPDATE) o
        """;

    private const string Insert = """
        INSERT INTO orders (source, number, contact_id, paid_at, quantity, paid, amount, counts, refunds, lines, tenant)
        SELECT *, $1 FROM unnest($2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::int[], $7::numeric[],
            $8::numeric[], $9::boolean[], $10::text[], $11::text[])
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE orders o SET paid_at = n.paid_at, quantity = n.quantity, paid = n.paid, amount = n.amount,
            counts = n.counts, refunds = n.refunds, lines = n.lines
        FROM unnest($2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::int[], $7::numeric[], $8::numeric[],
                $9::boolean[], $10::text[], $11::text[])
            AS n (source, number, contact_id, paid_at, quantity, paid, amount, counts, refunds, lines)
        WHERE o.tenant = $1 AND o.source = n.source AND o.number = n.number AND o.contact_id = n.contact_id
        """;

    /// <returns>The statement that writes new orders, and how many there are; fewer rows mean that another transaction was faster.</returns>
    public async Task<(NpgsqlBatchCommand? Insert, int Count)> AddToAsync(
        NpgsqlBatch batch,
        IntakeOrders orders,
        CancellationToken cancellationToken
    )
    {
        if (orders.Keys.Count == 0)
        {
            return (null, 0);
        }

        await KnowAsync(orders, cancellationToken);
        var added = orders.New;
        Add(batch, Update, orders.Changed);
        return (Add(batch, Insert, added), added.Count);
    }

    private async Task KnowAsync(IntakeOrders orders, CancellationToken cancellationToken)
    {
        var keys = orders.Keys;
        await using var command = connection.Command(
            Read,
            [
                tenant,
                keys.Select(key => key.Source).ToArray(),
                keys.Select(key => key.Number).ToArray(),
                keys.Select(key => key.ContactId).ToArray(),
            ]
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var order = new KnownOrder(reader.GetString(0), reader.GetString(1))
            {
                PaidAt = reader.IsDBNull(3) ? null : new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero),
                Quantity = reader.GetInt32(4),
                Paid = reader.GetDecimal(5),
                Refunds = OrderRows.ReadRefunds(reader.GetString(6)),
                Lines = OrderRows.ReadLines(reader.GetString(7)),
            };
            orders.Know(reader.GetGuid(2), order);
        }
    }

    private NpgsqlBatchCommand? Add(
        NpgsqlBatch batch,
        string sql,
        IReadOnlyList<(Guid ContactId, KnownOrder Order)> rows
    ) =>
        rows.Count == 0
            ? null
            : batch.Add(
                sql,
                tenant,
                rows.Select(row => row.Order.Source).ToArray(),
                rows.Select(row => row.Order.Number).ToArray(),
                rows.Select(row => row.ContactId).ToArray(),
                rows.Select(row => row.Order.PaidAt?.UtcTicks).ToArray(),
                rows.Select(row => row.Order.Quantity).ToArray(),
                rows.Select(row => row.Order.Paid).ToArray(),
                rows.Select(row => row.Order.Amount).ToArray(),
                rows.Select(row => row.Order.Counts).ToArray(),
                rows.Select(row => OrderRows.Write(row.Order.Refunds)).ToArray(),
                rows.Select(row => OrderRows.Write(row.Order.Lines)).ToArray()
            );
}
