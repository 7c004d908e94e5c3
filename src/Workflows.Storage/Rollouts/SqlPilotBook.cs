using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Rollouts;

namespace Workflows.Storage.Rollouts;

/// <summary>Lines about pilots in the database.</summary>
internal sealed class SqlPilotBook(WorkflowsDbContextFactory contexts, WriteGate gate) : IPilotBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<IReadOnlyList<PilotEntry>> ListAsync(
        int tenant,
        string pilot,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<PilotEntryRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Pilot == pilot)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<IReadOnlyList<string>> NamesAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        // Every pilot has one first line.
        var first = context.Set<PilotEntryRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Number == 1);
        if (after is not null)
        {
            first = first.Where(row => row.Pilot.CompareTo(after) > 0);
        }

        return await first
            .OrderBy(row => row.Pilot)
            .Take(count)
            .Select(row => row.Pilot)
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> AddAsync(int tenant, PilotEntry entry, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var figures = entry.Figures is null ? null : JsonSerializer.Serialize(entry.Figures, Json);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO pilot_entries (tenant, pilot, number, step, at, "by", stores, figures, note)
            VALUES ({tenant}, {entry.Pilot}, {entry.Number}, {(short)entry.Step}, {entry.At.UtcTicks}, {entry.By},
                {JsonSerializer.Serialize(entry.Stores, Json)}, {figures}, {entry.Note})
            ON CONFLICT (tenant, pilot, number) DO NOTHING
            """,
            cancellationToken
        );
        return added == 1;
    }

    private static PilotEntry Read(PilotEntryRow row) =>
        new(row.Pilot, row.Number, (PilotStep)row.Step, row.At, row.By)
        {
            Stores = JsonSerializer.Deserialize<string[]>(row.Stores, Json)!,
            Figures = row.Figures is null ? null : JsonSerializer.Deserialize<PilotFigures>(row.Figures, Json),
            Note = row.Note,
        };
}
