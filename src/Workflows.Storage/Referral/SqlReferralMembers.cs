using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>Who is in distributions, and by whom, in the database.</summary>
internal sealed class SqlReferralMembers(WorkflowsDbContextFactory contexts, WriteGate gate)
{
    public async Task<IReadOnlyList<ReferralMember>> FindAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await MemberRows(context, tenant, program).FindAsync(ids, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, ReferralMember>> FindByContactsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await MemberRows(context, tenant, program).FindByContactsAsync(contacts, cancellationToken);
    }

    public async Task<IReadOnlyList<ReferralMember>> ListAsync(
        int tenant,
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await MemberRows(context, tenant, program).ListAsync(after, count, cancellationToken);
    }

    public async Task AddAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var unit = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var one in members)
        {
            var (id, owner) = (context.KeyParameter(one.Id), Parameter(context, one.ContactId));
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO referral_members (tenant, program, id, contact_id, referrer_id, joined_at, joined_by,
                    distributor_since, distributor_by)
                VALUES ({tenant}, {program}, {id}, {owner}, {Parameter(context, one.ReferrerId)},
                    {one.JoinedAt.UtcTicks}, {one.JoinedBy}, {one.DistributorSince?.UtcTicks}, {one.DistributorBy})
                ON CONFLICT DO NOTHING
                """,
                cancellationToken
            );
        }

        await unit.CommitAsync(cancellationToken);
    }

    public async Task PromoteAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset since,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<ReferralMemberRow>()
            .Where(row => row.Tenant == tenant && row.Program == program && row.Id == member)
            .Where(row => row.DistributorSince == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DistributorSince, since).SetProperty(row => row.DistributorBy, key),
                cancellationToken
            );
    }

    public async Task<IReadOnlyDictionary<Guid, ReferralLine>> LinesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = MemberRows(context, tenant, program);
        var buyers = await rows.FindByContactsAsync(contacts, cancellationToken);
        var direct = await AboveAsync(rows, buyers.Values, cancellationToken);
        var indirect = await AboveAsync(rows, direct.Values, cancellationToken);
        return buyers
            .Where(buyer => buyer.Value.ReferrerId is { } by && direct.ContainsKey(by))
            .ToDictionary(
                buyer => buyer.Key,
                buyer =>
                {
                    var first = direct[buyer.Value.ReferrerId!.Value];
                    return new ReferralLine(
                        buyer.Value,
                        first,
                        first.ReferrerId is { } by ? indirect.GetValueOrDefault(by) : null
                    );
                }
            );
    }

    private static async Task<Dictionary<Guid, ReferralMember>> AboveAsync(
        ReferralMembers rows,
        IEnumerable<ReferralMember> members,
        CancellationToken cancellationToken
    ) =>
        (
            await rows.FindAsync([.. members.Select(one => one.ReferrerId).OfType<Guid>()], cancellationToken)
        ).ToDictionary(one => one.Id);

    private static ReferralMembers MemberRows(WorkflowsDbContext context, int tenant, string program) =>
        new(context, tenant, program);

    private static object? Parameter(WorkflowsDbContext context, Guid? id) =>
        id is { } there ? context.KeyParameter(there) : null;
}
