using Workflows.Marketing.Ledger;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>
/// What the blocks of a distribution ask: who joins, who brought whom, which tier a distributor is in, what orders are worth to whom. What it does
/// is kept beside the turn, under the effect's key: a turn that is done again finds it done.
/// </summary>
/// <param name="store">Where distributions are kept.</param>
/// <param name="rules">Say tiers and rates.</param>
/// <param name="tenant">Whose.</param>
/// <param name="news">Tells distributors; null where nobody is told.</param>
public sealed class ReferralDesk(IReferralStore store, RuleSetCatalog rules, int tenant, ReferralNews? news = null)
{
    private const int OnlyTenant = 1;
    private readonly CommissionDesk _commissions = new(store, tenant);

    /// <summary>A desk over a store in memory, without programs: a trial without them says so.</summary>
    internal static ReferralDesk InMemory(RuleSetCatalog rules) =>
        Over(new MemoryReferralStore(new MemoryLedger()), rules);

    /// <summary>A desk of a trial.</summary>
    internal static ReferralDesk Over(MemoryReferralStore store, RuleSetCatalog rules) => new(store, rules, OnlyTenant);

    /// <summary>Makes somebody a distributor; whoever brought them stays who brought them.</summary>
    /// <exception cref="FaultException">There is no such program.</exception>
    public async Task<ReferralAdmission> JoinAsync(
        string program,
        Guid contact,
        DateTimeOffset now,
        string key,
        CancellationToken cancellationToken
    )
    {
        var found = await ProgramAsync(program, cancellationToken);
        var member = await MemberAsync(program, contact, cancellationToken);
        if (member is null && found.IsOpen)
        {
            await store.AddMembersAsync(
                tenant,
                program,
                [new ReferralMember(contact, contact, null, now, now) { JoinedBy = key, DistributorBy = key }],
                cancellationToken
            );
        }
        else if (member is { DistributorSince: null } && found.IsOpen)
        {
            await store.PromoteAsync(tenant, program, member.Id, now, key, cancellationToken);
        }

        member = await MemberAsync(program, contact, cancellationToken);
        return new ReferralAdmission(
            found,
            member?.DistributorSince is null ? null : member,
            string.Equals(member?.DistributorBy, key, StringComparison.Ordinal)
        );
    }

    /// <summary>Binds somebody to the distributor who brought them, for good. Who is in the program already stays as they are.</summary>
    /// <exception cref="FaultException">There is no such program.</exception>
    public async Task<ReferralAdmission> BindAsync(
        string program,
        Guid contact,
        Guid? referrer,
        DateTimeOffset now,
        string key,
        CancellationToken cancellationToken
    )
    {
        var found = await ProgramAsync(program, cancellationToken);
        var member = await MemberAsync(program, contact, cancellationToken);
        if (member is null && found.IsOpen && referrer is { } by)
        {
            var above = await store.FindMembersAsync(tenant, program, [by], cancellationToken);
            if (above is [{ DistributorSince: not null, ContactId: { } own }] && own != contact)
            {
                await store.AddMembersAsync(
                    tenant,
                    program,
                    [new ReferralMember(contact, contact, by, now, null) { JoinedBy = key }],
                    cancellationToken
                );
                member = await MemberAsync(program, contact, cancellationToken);
            }
        }

        return new ReferralAdmission(found, member, string.Equals(member?.JoinedBy, key, StringComparison.Ordinal));
    }

    /// <summary>Settles orders and tells the distributors.</summary>
    /// <exception cref="FaultException">There is no such program, or its rule set does not answer with a share.</exception>
    public async Task<IReadOnlyList<Commission>> SettleAsync(
        string program,
        int levels,
        string ruleSet,
        IReadOnlyList<ReferralOrder> orders,
        DateTimeOffset now,
        string key,
        CancellationToken cancellationToken
    )
    {
        var found = await ProgramAsync(program, cancellationToken);
        var posted = await _commissions.SettleAsync(
            found,
            levels,
            new TierRules(rules, ruleSet),
            orders,
            key,
            now,
            cancellationToken
        );
        if (news is not null)
        {
            await news.TellAsync(tenant, program, posted, now, cancellationToken);
        }

        return posted;
    }

    /// <summary>Looks at what a distributor brought, and puts it into the tier the rule set says.</summary>
    /// <param name="program">The program.</param>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="contact">The distributor.</param>
    /// <param name="since">The first moment whose orders count.</param>
    /// <param name="from">From when the tier holds; the moment of the review at the earliest.</param>
    /// <param name="now">When.</param>
    /// <param name="key">The effect.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The review; null for somebody who is no distributor.</returns>
    /// <exception cref="FaultException">There is no such program, or its rule set does not answer with a share.</exception>
    public async Task<TierReview?> ReviewAsync(
        string program,
        string ruleSet,
        Guid contact,
        DateTimeOffset since,
        DateTimeOffset from,
        DateTimeOffset now,
        string key,
        CancellationToken cancellationToken
    )
    {
        await ProgramAsync(program, cancellationToken);
        if (await MemberAsync(program, contact, cancellationToken) is not { DistributorSince: not null } member)
        {
            return null;
        }

        var asked = new TierRules(rules, ruleSet);
        var history = new TierHistory(await store.TiersAsync(tenant, program, [member.Id], cancellationToken));
        var done = history.FindBy(member.Id, key);
        var standing = done is null
            ? await store.StandingAsync(tenant, program, member.Id, since, now, cancellationToken)
            : new Standing(done.Orders, done.Sales);
        var starts = done?.From ?? (from > now ? from : now);
        var before = await asked.DecideAsync(
            ReferralLevel.Direct,
            history.Before(member.Id, starts, key),
            starts,
            cancellationToken
        );
        var after = await asked.DecideAsync(ReferralLevel.Direct, standing, starts, cancellationToken);
        if (done is null)
        {
            // Kept where nothing changes, too: a rule set of later dates asks what the distributor had brought.
            await store.AddTierAsync(
                tenant,
                program,
                new DistributorTier(member.Id, starts, after.Tier, standing.Orders, standing.Sales, key),
                cancellationToken
            );
        }

        return new TierReview(before, after, standing, starts);
    }

    private async Task<ReferralProgram> ProgramAsync(string name, CancellationToken cancellationToken) =>
        await store.FindProgramAsync(tenant, name, cancellationToken)
        ?? throw new FaultException(
            "NoProgram",
            $"There is no distribution '{name}': say its levels and rights first (PUT /api/referral/programs/{name}, or ./run referral set)."
        );

    private async Task<ReferralMember?> MemberAsync(
        string program,
        Guid contact,
        CancellationToken cancellationToken
    ) => (await store.FindByContactsAsync(tenant, program, [contact], cancellationToken)).GetValueOrDefault(contact);
}
