using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Storage.WeCom;

/// <summary>Writes an intent and its messages, all or nothing, in words both databases understand.</summary>
internal static class SendIntentInserts
{
    private const int Chunk = 1_000;

    private const string Intent = """
        INSERT INTO wecom_intents (id, tenant, kind, sender, outline, started_at) VALUES ({0}, {1}, {2}, {3}, {4}, {5})
        ON CONFLICT DO NOTHING
        """;

    private const string Messages = """
        INSERT INTO wecom_intent_messages (tenant, intent_id, key, recipient) VALUES {0} ON CONFLICT DO NOTHING
        """;

    private static readonly CompositeFormat MessagesFormat = CompositeFormat.Parse(Messages);

    /// <returns>Whether no other of its content was open.</returns>
    public static async Task<bool> IntentAsync(
        WorkflowsDbContext context,
        SendIntent intent,
        CancellationToken cancellationToken
    )
    {
        object[] values =
        [
            context.KeyParameter(intent.Id),
            intent.Tenant,
            (short)intent.Kind,
            intent.Sender,
            intent.Outline,
            intent.StartedAt.UtcTicks,
        ];
        return await context.Database.ExecuteSqlRawAsync(Intent, values, cancellationToken) == 1;
    }

    /// <returns>Whether none of its messages had an intent.</returns>
    public static async Task<bool> MessagesAsync(
        WorkflowsDbContext context,
        SendIntent intent,
        CancellationToken cancellationToken
    )
    {
        var written = 0;
        // In one order everywhere, so that two hosts with the same rows wait for each other instead of locking up.
        foreach (var chunk in intent.Messages.OrderBy(message => message.Key, StringComparer.Ordinal).Chunk(Chunk))
        {
            List<object> values = [intent.Tenant, context.KeyParameter(intent.Id)];
            List<string> places = [];
            foreach (var message in chunk)
            {
                places.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"({{0}}, {{1}}, {{{values.Count}}}, {{{values.Count + 1}}})"
                    )
                );
                values.AddRange([message.Key, message.Recipient]);
            }

            var sql = string.Format(CultureInfo.InvariantCulture, MessagesFormat, string.Join(", ", places));
            written += await context.Database.ExecuteSqlRawAsync(sql, values, cancellationToken);
        }

        return written == intent.Messages.Count;
    }
}
