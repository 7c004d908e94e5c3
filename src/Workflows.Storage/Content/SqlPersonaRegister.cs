using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>Personas in the database.</summary>
internal sealed class SqlPersonaRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IPersonaRegister
{
    public async Task<Persona?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : ContentJson.Read<Persona>(row.Document);
    }

    public async Task<IReadOnlyList<Persona>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => after == null || row.Id.CompareTo(after) > 0)
            .OrderBy(row => row.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => ContentJson.Read<Persona>(row.Document))];
    }

    public async Task SaveAsync(int tenant, Persona persona, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO personas (tenant, id, document) VALUES ({tenant}, {persona.Id}, {ContentJson.Write(persona)})
            ON CONFLICT (tenant, id) DO UPDATE SET document = excluded.document
            """,
            cancellationToken
        );
    }

    private static IQueryable<PersonaRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<PersonaRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
