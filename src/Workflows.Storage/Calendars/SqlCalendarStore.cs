using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Calendars;
using Workflows.Storage.Settings;

namespace Workflows.Storage.Calendars;

/// <summary>A workspace's marketing calendar, kept among its settings.</summary>
internal sealed class SqlCalendarStore(WorkflowsDbContextFactory contexts, WriteGate gate) : ICalendarStore
{
    private const string Setting = "calendar";

    public async Task<string?> FindAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<SettingRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Name == Setting)
            .Select(row => row.Value)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task SaveAsync(int tenant, string json, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO settings (tenant, name, value) VALUES ({tenant}, {Setting}, {json})
            ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value
            """,
            cancellationToken
        );
    }
}
