using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>What a contact is by now, written over what it was.</summary>
internal static class SqliteContactFacts
{
    private const string Remember = """
        UPDATE contacts SET joined_at = ?3, paid_order_count = ?4, last_paid_at = ?5, paid_amount = ?6,
            attributes = ?7, tags = ?8, consents = ?9, traits = ?10
        WHERE tenant = ?1 AND id = ?2
        """;

    public static void Write(SqliteSession session, int tenant, ContactState contact) =>
        session
            .Prepare(Remember)
            .Bind(1, tenant)
            .Bind(2, contact.Id)
            .Bind(3, contact.JoinedAt)
            .Bind(4, contact.PaidOrderCount)
            .Bind(5, contact.LastPaidAt)
            .Bind(6, contact.PaidAmount.ToString(CultureInfo.InvariantCulture))
            .Bind(7, ContactJson.Write(contact.Attributes))
            .Bind(8, ContactJson.Write(contact.Tags))
            .Bind(9, ContactJson.Write(contact.Consents))
            .Bind(10, ContactTraits.Write(contact))
            .Run();
}
