using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>From when on distributors are in which tier, in the database.</summary>
internal sealed class SqlDistributorTiers(WorkflowsDbContextFactory contexts, WriteGate gate)
{
    public async Task<IReadOnlyList<DistributorTier>> ListAsync(
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

    public async Task AddAsync(int tenant, string program, DistributorTier tier, CancellationToken cancellationToken)
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
}
