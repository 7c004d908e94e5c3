using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Storage.Referral;

/// <summary>Counts what distributions come to, and shows what a distributor is paid for.</summary>
public sealed class ReferralReports
{
    private const decimal Cents = 100m;

    private readonly WorkflowsDbContextFactory _contexts;

    internal ReferralReports(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>The figures of a program, by the time orders were paid.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="program">The program.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="until">The first moment that does not count any more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ReferralFigures> ReadAsync(
        int tenant,
        string program,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var distributors = context
            .Set<ReferralMemberRow>()
            .Where(row => row.Tenant == tenant && row.Program == program && row.DistributorSince < until);
        var paid = Rows(context, tenant, program).Where(row => row.Counts && row.PaidAt >= from && row.PaidAt < until);
        var levels = await paid.GroupBy(row => row.Level)
            .Select(own => new
            {
                Level = own.Key,
                Orders = own.Count(),
                Sales = own.Sum(row => row.Kept),
                Cents = own.Sum(row => row.Amount),
            })
            .OrderBy(own => own.Level)
            .ToListAsync(cancellationToken);
        return new ReferralFigures(
            await distributors.CountAsync(cancellationToken),
            await paid.Where(row => row.Level == (short)ReferralLevel.Direct)
                .Select(row => row.MemberId)
                .Distinct()
                .CountAsync(cancellationToken),
            await distributors.CountAsync(row => row.DistributorSince >= from, cancellationToken),
            [
                .. levels.Select(own => new LevelFigures(
                    (ReferralLevel)own.Level,
                    own.Orders,
                    own.Sales,
                    own.Cents / Cents
                )),
            ]
        );
    }

    /// <summary>What a distributor is paid for, the latest orders first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="program">The program.</param>
    /// <param name="member">The distributor.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<Commission>> ListAsync(
        int tenant,
        string program,
        Guid member,
        int skip,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await Rows(context, tenant, program)
            .Where(row => row.MemberId == member)
            .OrderByDescending(row => row.PaidAt)
            .ThenBy(row => row.Source)
            .ThenBy(row => row.Number)
            .ThenBy(row => row.Level)
            .Skip(skip)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(ReferralRows.Read)];
    }

    private static IQueryable<CommissionRow> Rows(WorkflowsDbContext context, int tenant, string program) =>
        context.Set<CommissionRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Program == program);
}
