using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Staff;
using Workflows.Storage.Places;

namespace Workflows.Storage.Contacts;

/// <summary>Relations in the database.</summary>
internal sealed class SqlRelationRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IRelationRegister
{
    private const short Lost = (short)RelationState.Lost;

    public async Task<IReadOnlyDictionary<Guid, ContactRelations>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<RelationRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && contacts.Contains(row.ContactId))
            .OrderBy(row => row.At)
            .ThenBy(row => row.StaffId)
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ContactId, Read).ToDictionary(own => own.Key, ContactRelations.Of);
    }

    public async Task<IReadOnlyList<Guid>> ListContactsAsync(
        int tenant,
        string staffId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context
            .Set<RelationRow>()
            .Where(row => row.Tenant == tenant && row.StaffId == staffId && row.State != Lost);
        if (after is { } last)
        {
            rows = rows.Where(row => row.ContactId > last);
        }

        return await rows.OrderBy(row => row.ContactId)
            .Select(row => row.ContactId)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    public async Task<StaffMember?> AssignAsync(int tenant, AgentRequest request, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var member =
            await ServingAsync(context, tenant, request, cancellationToken)
            ?? await ChooseAsync(context, tenant, request, cancellationToken);
        if (member is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return member is null ? null : SqlStaffRegister.Read(member);
    }

    // Whoever was assigned under the key, or serves the contact already.
    private static async Task<StaffRow?> ServingAsync(
        WorkflowsDbContext context,
        int tenant,
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        var known = context
            .Set<RelationRow>()
            .Where(row => row.Tenant == tenant && (row.Key == request.Key || row.ContactId == request.ContactId))
            .Where(row => row.State != Lost);
        var serving = await known
            .Join(
                Suitable(context, tenant, request),
                relation => relation.StaffId,
                member => member.Id,
                (relation, member) =>
                    new
                    {
                        relation.Key,
                        relation.At,
                        Member = member,
                    }
            )
            .OrderByDescending(one => one.Key == request.Key)
            .ThenBy(one => one.At)
            .FirstOrDefaultAsync(cancellationToken);
        return serving?.Member;
    }

    private static async Task<StaffRow?> ChooseAsync(
        WorkflowsDbContext context,
        int tenant,
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var chosen = await Suitable(context, tenant, request)
                .Where(row => row.Load < row.Capacity)
                .OrderBy(row => (double)row.Load / row.Capacity)
                .ThenBy(row => row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (chosen is null)
            {
                return null;
            }

            // The condition once more: somebody else may have taken the last place since.
            var taken = await context
                .Set<StaffRow>()
                .Where(row => row.Tenant == tenant && row.Id == chosen.Id && row.Load < row.Capacity)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Load, row => row.Load + 1), cancellationToken);
            if (taken == 1)
            {
                await WriteAsync(context, tenant, chosen.Id, request, cancellationToken);
                chosen.Load++;
                return chosen;
            }
        }
    }

    private static Task<int> WriteAsync(
        WorkflowsDbContext context,
        int tenant,
        string staffId,
        AgentRequest request,
        CancellationToken cancellationToken
    ) =>
        context.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO relations (tenant, contact_id, staff_id, state, at, lost_by, key) VALUES ({0}, {1}, {2}, 1, {3}, NULL, {4})
            ON CONFLICT (tenant, contact_id, staff_id) DO UPDATE SET state = 1, at = excluded.at, lost_by = NULL,
                key = excluded.key
            """,
            [tenant, context.KeyParameter(request.ContactId), staffId, request.Now.UtcTicks, request.Key],
            cancellationToken
        );

    private static IQueryable<StaffRow> Suitable(WorkflowsDbContext context, int tenant, AgentRequest request)
    {
        var staff = context.Set<StaffRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.IsActive);
        if (request.StoreId is { } store)
        {
            staff = staff.Where(row => row.StoreId == store);
        }

        return request.Persona is { } persona ? staff.Where(row => row.Persona == persona) : staff;
    }

    private static Relation Read(RelationRow row) => new(row.StaffId, (RelationState)row.State, row.At, row.LostBy);
}
