using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>Distributions in the database.</summary>
internal sealed class SqlReferralStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IReferralStore
{
    private readonly SqlReferralMembers _members = new(contexts, gate);
    private readonly SqlDistributorTiers _tiers = new(contexts, gate);
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

    public Task<IReadOnlyList<ReferralMember>> FindMembersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) => _members.FindAsync(tenant, program, ids, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, ReferralMember>> FindByContactsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) => _members.FindByContactsAsync(tenant, program, contacts, cancellationToken);

    public Task<IReadOnlyList<ReferralMember>> ListMembersAsync(
        int tenant,
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => _members.ListAsync(tenant, program, after, count, cancellationToken);

    public Task AddMembersAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    ) => _members.AddAsync(tenant, program, members, cancellationToken);

    public Task PromoteAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset since,
        string key,
        CancellationToken cancellationToken
    ) => _members.PromoteAsync(tenant, program, member, since, key, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, ReferralLine>> LinesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) => _members.LinesAsync(tenant, program, contacts, cancellationToken);

    public Task<IReadOnlyList<DistributorTier>> TiersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    ) => _tiers.ListAsync(tenant, program, members, cancellationToken);

    public Task AddTierAsync(int tenant, string program, DistributorTier tier, CancellationToken cancellationToken) =>
        _tiers.AddAsync(tenant, program, tier, cancellationToken);

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

    private static IQueryable<ReferralProgramRow> Programs(WorkflowsDbContext context, int tenant) =>
        context.Set<ReferralProgramRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
