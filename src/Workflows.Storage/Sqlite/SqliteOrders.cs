using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>Writes what a batch says about orders, in the transaction of its events.</summary>
internal sealed class SqliteOrders(SqliteSession session, int tenant)
{
    private const string Read = """
        SELECT paid_at, quantity, paid, refunds, lines FROM orders
        WHERE tenant = ?1 AND source = ?2 AND number = ?3 AND contact_id = ?4
        """;

    private const string Upsert = """
        INSERT INTO orders (tenant, source, number, contact_id, paid_at, quantity, paid, amount, counts, refunds, lines)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (tenant, source, number, contact_id) DO UPDATE SET paid_at = excluded.paid_at,
            quantity = excluded.quantity, paid = excluded.paid, amount = excluded.amount, counts = excluded.counts,
            refunds = excluded.refunds, lines = excluded.lines
        """;

    public void Write(IntakeOrders orders)
    {
        foreach (var (source, number, contact) in orders.Keys)
        {
            if (Find(source, number, contact) is { } known)
            {
                orders.Know(contact, known);
            }
        }

        foreach (var (contact, order) in orders.New.Concat(orders.Changed))
        {
            session
                .Prepare(Upsert)
                .Bind(1, tenant)
                .Bind(2, order.Source)
                .Bind(3, order.Number)
                .Bind(4, contact)
                .Bind(5, order.PaidAt)
                .Bind(6, order.Quantity)
                .Bind(7, order.Paid.ToString(CultureInfo.InvariantCulture))
                .Bind(8, order.Amount.ToString(CultureInfo.InvariantCulture))
                .Bind(9, order.Counts ? 1 : 0)
                .Bind(10, OrderRows.Write(order.Refunds))
                .Bind(11, OrderRows.Write(order.Lines))
                .Run();
        }
    }

    private KnownOrder? Find(string source, string number, Guid contact)
    {
        var row = session.Prepare(Read).Bind(1, tenant).Bind(2, source).Bind(3, number).Bind(4, contact);
        if (!row.Step())
        {
            return null;
        }

        var order = new KnownOrder(source, number)
        {
            PaidAt = row.IsNull(0) ? null : row.Time(0),
            Quantity = row.Int(1),
            Paid = decimal.Parse(row.Text(2), CultureInfo.InvariantCulture),
            Refunds = OrderRows.ReadRefunds(row.Text(3)),
            Lines = OrderRows.ReadLines(row.Text(4)),
        };
        row.Reset();
        return order;
    }
}
