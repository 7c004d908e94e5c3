using System.Globalization;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Sqlite;

/// <summary>New messages in SQLite.</summary>
internal static class SqliteOutbox
{
    private const string Send = """
        INSERT INTO messages (tenant, key, contact_id, subject, recipient, address, carrier, channel, template, text,
            attachments, purpose, sender, kind, product, subsidy, priority, on_limit, expires_at, journey,
            journey_version, instance_id, created_at, destination, content_ref, due_at, state, attempts, reminders)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
            ?23, ?24, ?25, ?23, 1, 0, 0)
        ON CONFLICT (tenant, key) DO NOTHING
        """;

    /// <summary>The statement that adds a message; it changes no row when the key is known.</summary>
    public static SqliteStatement Insert(SqliteSession session, int tenant, Guid subject, OutboundMessage message) =>
        session
            .Prepare(Send)
            .Bind(1, tenant)
            .Bind(2, message.Key)
            .Bind(3, message.ContactId)
            .Bind(4, subject)
            .Bind(5, RecipientJson.Write(message))
            .Bind(6, RecipientJson.AddressOf(message))
            .Bind(7, (long)message.Carrier)
            .Bind(8, message.Channel)
            .Bind(9, message.Template)
            .Bind(10, message.Content.Text)
            .Bind(11, AttachmentJson.Write(message.Content))
            .Bind(12, message.Purpose)
            .Bind(13, message.Sender)
            .Bind(14, message.Kind)
            .Bind(15, message.Product)
            .Bind(16, message.Subsidy.ToString(CultureInfo.InvariantCulture))
            .Bind(17, message.Priority)
            .Bind(18, (long)message.OnLimit)
            .Bind(19, message.ExpiresAt)
            .Bind(20, message.Journey)
            .Bind(21, message.JourneyVersion)
            .Bind(22, message.InstanceId)
            .Bind(23, message.CreatedAt)
            .Bind(24, message.Destination)
            .Bind(25, message.Source?.ToString());
}
