using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Storage.Places;

/// <summary>The staff in the database.</summary>
internal sealed class SqlStaffRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IStaffRegister
{
    public async Task<StaffMember?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<StaffMember>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context, tenant);
        if (after is not null)
        {
            rows = rows.Where(row => row.Id.CompareTo(after) > 0);
        }

        return [.. (await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task SaveAsync(int tenant, IReadOnlyList<StaffMember> members, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // In one order everywhere, so that two who save the same members wait for each other instead of locking up.
        foreach (var member in members.OrderBy(member => member.Id, StringComparer.Ordinal))
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO staff (tenant, id, name, store_id, persona, capacity, load, is_active)
                VALUES ({tenant}, {member.Id}, {member.Name}, {member.StoreId}, {member.Persona}, {member.Capacity}, 0,
                    {member.IsActive})
                ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name, store_id = excluded.store_id,
                    persona = excluded.persona, capacity = excluded.capacity, is_active = excluded.is_active
                """,
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public static StaffMember Read(StaffRow row) =>
        new(row.Id, row.Name)
        {
            StoreId = row.StoreId,
            Capacity = row.Capacity,
            Load = row.Load,
            Persona = row.Persona,
            IsActive = row.IsActive,
        };

    private static IQueryable<StaffRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<StaffRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
