using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Storage.WeCom;

/// <summary>The inserts that say which of their rows were new, in words both databases understand.</summary>
internal static class CallbackInserts
{
    private static readonly CompositeFormat Nonces = CompositeFormat.Parse(
        "INSERT INTO wecom_nonces (tenant, nonce, expires_at) VALUES {0} ON CONFLICT DO NOTHING RETURNING nonce AS \"Value\""
    );

    private static readonly CompositeFormat Callbacks = CompositeFormat.Parse(
        """
        INSERT INTO wecom_callbacks (tenant, key, event, change_type, xml, received_at, customer, staff,
            welcome_code, state, attempts, due_at)
        VALUES {0} ON CONFLICT DO NOTHING RETURNING key AS "Value"
        """
    );

    /// <returns>The nonces that nobody had before.</returns>
    public static Task<HashSet<string>> NoncesAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyList<CallbackRecord> requests,
        CancellationToken cancellationToken
    ) =>
        InsertAsync(
            context,
            Nonces,
            "",
            requests
                .DistinctBy(request => request.Nonce, StringComparer.Ordinal)
                // In one order everywhere, so that two hosts with the same rows wait for each other instead of locking up.
                .OrderBy(request => request.Nonce, StringComparer.Ordinal)
                .Select(request => new object?[] { tenant, request.Nonce, request.NonceUntil.UtcTicks }),
            cancellationToken
        );

    /// <returns>The keys that were not known.</returns>
    public static Task<HashSet<string>> CallbacksAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyList<CallbackRecord> requests,
        CancellationToken cancellationToken
    ) =>
        InsertAsync(
            context,
            Callbacks,
            ", 1, 0, 0",
            requests
                .DistinctBy(request => request.Key, StringComparer.Ordinal)
                .OrderBy(request => request.Key, StringComparer.Ordinal)
                .Select(request =>
                    new object?[]
                    {
                        tenant,
                        request.Key,
                        request.Event,
                        request.ChangeType,
                        request.Xml,
                        request.ReceivedAt.UtcTicks,
                        request.Welcome?.Customer,
                        request.Welcome?.Staff,
                        request.Welcome?.Code,
                    }
                ),
            cancellationToken
        );

    private static async Task<HashSet<string>> InsertAsync(
        WorkflowsDbContext context,
        CompositeFormat statement,
        string constants,
        IEnumerable<object?[]> rows,
        CancellationToken cancellationToken
    )
    {
        List<object?> values = [];
        List<string> places = [];
        foreach (var row in rows)
        {
            var marks = row.Select((_, i) => $"{{{(values.Count + i).ToString(CultureInfo.InvariantCulture)}}}");
            places.Add($"({string.Join(", ", marks)}{constants})");
            values.AddRange(row);
        }

        if (places.Count == 0)
        {
            return [];
        }

        var sql = string.Format(CultureInfo.InvariantCulture, statement, string.Join(", ", places));
        var added = await context.Database.SqlQueryRaw<string>(sql, [.. values!]).ToListAsync(cancellationToken);
        return added.ToHashSet(StringComparer.Ordinal);
    }
}
