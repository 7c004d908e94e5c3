using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Documents;

namespace Workflows.Storage.Settings;

/// <summary>Documents of the workspace in the database.</summary>
internal sealed class SqlDocumentStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IDocumentStore
{
    public async Task<string?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context
            .Set<SettingRow>()
            .Where(row => row.Tenant == tenant && row.Name == name)
            .Select(row => row.Value)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task SaveAsync(int tenant, string name, string text, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO settings (tenant, name, value) VALUES ({tenant}, {name}, {text})
            ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value
            """,
            cancellationToken
        );
    }
}
