using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>Distributions in the database.</summary>
internal sealed class SqlReferralStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IReferralStore
{
    private readonly SqlCommissions _commissions = new(contexts, gate);

    public async Task<ReferralProgram?> FindProgramAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Programs(context, tenant).SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        return row is null ? null : ReferralRows.Read(row);
    }

    public async Task<IReadOnlyList<ReferralProgram>> ProgramsAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await Programs(context, tenant).ToListAsync(cancellationToken);
        return [.. rows.Select(ReferralRows.Read).OrderBy(program => program.Name, StringComparer.Ordinal)];
    }

    public async Task SaveProgramAsync(int tenant, ReferralProgram program, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO referral_programs (tenant, name, levels, distributor_rights, invitee_rights, is_open)
            VALUES ({tenant}, {program.Name}, {program.Levels}, {program.DistributorRights}, {program.InviteeRights},
                {program.IsOpen})
            ON CONFLICT (tenant, name) DO UPDATE SET levels = excluded.levels,
                distributor_rights = excluded.distributor_rights, invitee_rights = excluded.invitee_rights,
                is_open = excluded.is_open
            """,
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<ReferralMember>> FindMembersAsync(
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

    public async Task<IReadOnlyList<ReferralMember>> ListMembersAsync(
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

    public async Task AddMembersAsync(
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

    public async Task<IReadOnlyList<DistributorTier>> TiersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = new List<DistributorTierRow>();
        foreach (var some in members.Distinct().Chunk(ReferralMembers.Portion))
        {
            rows.AddRange(
                await context
                    .Set<DistributorTierRow>()
                    .AsNoTracking()
                    .Where(row => row.Tenant == tenant && row.Program == program && some.Contains(row.MemberId))
                    .ToListAsync(cancellationToken)
            );
        }

        return [.. rows.OrderBy(row => row.MemberId).ThenBy(row => row.Since).Select(ReferralRows.Read)];
    }

    public async Task AddTierAsync(
        int tenant,
        string program,
        DistributorTier tier,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO distributor_tiers (tenant, program, member_id, since, tier, orders, sales, key)
            VALUES ({tenant}, {program}, {context.KeyParameter(tier.MemberId)}, {tier.From.UtcTicks}, {tier.Tier},
                {tier.Orders}, {tier.Sales}, {tier.Key})
            ON CONFLICT (tenant, program, member_id, since) DO UPDATE SET tier = excluded.tier,
                orders = excluded.orders, sales = excluded.sales, key = excluded.key
            """,
            cancellationToken
        );
    }

    public Task<Standing> StandingAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => _commissions.StandingAsync(tenant, program, member, from, until, cancellationToken);

    public Task<IReadOnlyList<Commission>> CommissionsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<(string Source, string Number)> orders,
        CancellationToken cancellationToken
    ) => _commissions.FindAsync(tenant, program, orders, cancellationToken);

    public Task<bool> PostAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> commissions,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => _commissions.PostAsync(tenant, program, commissions, now, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, decimal>> BalancesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    ) => _commissions.BalancesAsync(tenant, program, members, cancellationToken);

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

    private static IQueryable<ReferralProgramRow> Programs(WorkflowsDbContext context, int tenant) =>
        context.Set<ReferralProgramRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
