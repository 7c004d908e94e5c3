using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Simulations;

namespace Workflows.Storage.Simulations;

/// <summary>Lines about simulations in the database.</summary>
internal sealed class SqlSimulationBook(WorkflowsDbContextFactory contexts, WriteGate gate) : ISimulationBook
{
    public async Task<IReadOnlyList<SimulationEntry>> ListAsync(
        int tenant,
        string journey,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant, journey).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<SimulationEntry?> FindAsync(
        int tenant,
        string journey,
        string content,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant, journey)
            .FirstOrDefaultAsync(row => row.Content == content, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<bool> AddAsync(int tenant, SimulationEntry entry, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO simulation_entries (tenant, journey, number, step, content, at, "by", cases, note)
            VALUES ({tenant}, {entry.Journey}, {entry.Number}, {(short)entry.Step}, {entry.Content},
                {entry.At.UtcTicks}, {entry.By}, {entry.Cases}, {entry.Note})
            ON CONFLICT (tenant, journey, number) DO NOTHING
            """,
            cancellationToken
        );
        return added == 1;
    }

    private static IQueryable<SimulationEntryRow> Rows(WorkflowsDbContext context, int tenant, string journey) =>
        context
            .Set<SimulationEntryRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Journey == journey)
            .OrderByDescending(row => row.Number);

    private static SimulationEntry Read(SimulationEntryRow row) =>
        new(row.Journey, row.Number, (SimulationStep)row.Step, row.Content, row.At, row.By)
        {
            Cases = row.Cases,
            Note = row.Note,
        };
}
