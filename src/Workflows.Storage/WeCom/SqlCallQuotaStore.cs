using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Quotas;

namespace Workflows.Storage.WeCom;

/// <summary>Counts of calls in the database: one row for each API, which moves on to the current window.</summary>
internal sealed class SqlCallQuotaStore(WorkflowsDbContextFactory contexts, WriteGate gate) : ICallQuotaStore
{
    private const string Take = """
        INSERT INTO wecom_call_quotas (account, api, minutes, start, used) VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT (account, api, minutes) DO UPDATE SET
            used = CASE WHEN wecom_call_quotas.start = excluded.start THEN wecom_call_quotas.used + excluded.used
                ELSE excluded.used END,
            start = excluded.start
        WHERE wecom_call_quotas.start < excluded.start
            OR (wecom_call_quotas.start = excluded.start AND wecom_call_quotas.used + excluded.used <= {5})
        """;

    public async Task<bool> TryTakeAsync(QuotaWindow window, int count, int limit, CancellationToken cancellationToken)
    {
        if (count > limit)
        {
            return false;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        object[] values = [window.Account, window.Api, window.Minutes, window.Start.UtcTicks, count, limit];
        return await context.Database.ExecuteSqlRawAsync(Take, values, cancellationToken) == 1;
    }
}
