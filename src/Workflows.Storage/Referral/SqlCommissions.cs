using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Ledger;

namespace Workflows.Storage.Referral;

/// <summary>What orders are worth to distributors, kept together with its moves in the ledger.</summary>
internal sealed class SqlCommissions(WorkflowsDbContextFactory contexts, WriteGate gate)
{
    public async Task<IReadOnlyList<Commission>> FindAsync(
        int tenant,
        string program,
        IReadOnlyCollection<(string Source, string Number)> orders,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        List<Commission> found = [];
        foreach (var own in orders.Distinct().GroupBy(order => order.Source, StringComparer.Ordinal))
        {
            foreach (var some in own.Select(order => order.Number).Chunk(ReferralMembers.Portion))
            {
                var rows = await Rows(context, tenant, program)
                    .Where(row => row.Source == own.Key && some.Contains(row.Number))
                    .ToListAsync(cancellationToken);
                found.AddRange(rows.Select(ReferralRows.Read));
            }
        }

        return found;
    }

    public async Task<Standing> StandingAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var own = Rows(context, tenant, program)
            .Where(row =>
                row.MemberId == member
                && row.Level == (short)ReferralLevel.Direct
                && row.PaidAt >= from
                && row.PaidAt < until
                && row.Counts
            );
        return new Standing(
            await own.CountAsync(cancellationToken),
            await own.SumAsync(row => row.Kept, cancellationToken)
        );
    }

    public async Task<bool> PostAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> commissions,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        // In one order everywhere, so that two who settle the same orders wait for each other instead of locking up.
        foreach (
            var one in commissions
                .OrderBy(one => one.Source, StringComparer.Ordinal)
                .ThenBy(one => one.Number, StringComparer.Ordinal)
                .ThenBy(one => one.Level)
        )
        {
            Put(context, ReferralRows.Write(tenant, program, one));
        }

        await using var unit = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await IsAheadAsync(tenant, program, commissions, cancellationToken))
            {
                return false;
            }

            throw;
        }

        context.ChangeTracker.Clear();
        await new LedgerWriter(context, tenant).PostNewAsync(
            [.. commissions.Select(one => CommissionBooks.Move(program, one, now)).OfType<LedgerTransaction>()],
            cancellationToken
        );
        await unit.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyDictionary<Guid, decimal>> BalancesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var balances = new Dictionary<Guid, decimal>();
        foreach (var some in members.Distinct().Chunk(ReferralMembers.Portion))
        {
            var owners = some.ToDictionary(
                member => CommissionBooks.OwedTo(program, member).Owner,
                StringComparer.Ordinal
            );
            var sums = await context
                .Set<LedgerEntryRow>()
                .Where(row =>
                    row.Tenant == tenant && row.Book == CommissionBooks.Owed && owners.Keys.Contains(row.Owner)
                )
                .GroupBy(row => row.Owner)
                .Select(own => new { Owner = own.Key, Units = own.Sum(row => row.Units) })
                .ToListAsync(cancellationToken);
            foreach (var sum in sums)
            {
                balances[owners[sum.Owner]] = LedgerMoney.FromUnits(sum.Units);
            }
        }

        return balances;
    }

    private static void Put(WorkflowsDbContext context, CommissionRow row)
    {
        if (row.Revision == 1)
        {
            context.Add(row);
            return;
        }

        // Only over the revision that was read.
        var entry = context.Attach(row);
        entry.Property(one => one.Revision).OriginalValue = row.Revision - 1;
        entry.State = EntityState.Modified;
    }

    private async Task<bool> IsAheadAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> commissions,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(
            tenant,
            program,
            [.. commissions.Select(one => (one.Source, one.Number))],
            cancellationToken
        );
        return commissions.Any(one =>
            known.Any(other =>
                (other.Source, other.Number, other.Level) == (one.Source, one.Number, one.Level)
                && other.Revision >= one.Revision
            )
        );
    }

    private static IQueryable<CommissionRow> Rows(WorkflowsDbContext context, int tenant, string program) =>
        context.Set<CommissionRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Program == program);
}
