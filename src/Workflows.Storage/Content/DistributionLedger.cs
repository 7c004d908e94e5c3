using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Content;

/// <summary>The contents that headquarters gave out to the staff.</summary>
public sealed class DistributionLedger
{
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal DistributionLedger(WorkflowsDbContextFactory contexts, WriteGate gate) =>
        (_contexts, _gate) = (contexts, gate);

    /// <summary>Gives a content out: the record of it and the tasks, in one transaction.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="distribution">What is given out to whom.</param>
    /// <param name="tasks">Its tasks.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is given out.</param>
    /// <returns>False where its id is known; nothing changes then.</returns>
    public async Task<bool> AddAsync(
        int tenant,
        ContentDistribution distribution,
        IReadOnlyList<OutboundMessage> tasks,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(tasks);
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        context.Add(RowOf(tenant, distribution));
        context.AddRange(
            distribution.Staff.Select(staff => new DistributionStaffRow
            {
                Tenant = tenant,
                DistributionId = distribution.Id,
                Staff = staff,
            })
        );
        context.AddRange(tasks.Select(task => MessageRow.Queued(tenant, task)));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await FindRowAsync(tenant, distribution.Id, cancellationToken) is null)
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>What was given out, the newest first, each with who used it.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<DistributionReport>> ListAsync(
        int tenant,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<DistributionRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant)
            .OrderByDescending(row => row.At)
            .ThenBy(row => row.Id)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellationToken);
        List<DistributionReport> reports = [];
        foreach (var row in rows)
        {
            reports.Add(await ReportAsync(context, row, cancellationToken));
        }

        return reports;
    }

    /// <summary>One of them with who used it, or null.</summary>
    public async Task<DistributionReport?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(tenant, id, cancellationToken) is not { } row)
        {
            return null;
        }

        await using var context = _contexts.Create();
        return await ReportAsync(context, row, cancellationToken);
    }

    private async Task<DistributionRow?> FindRowAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await context
            .Set<DistributionRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Id == id, cancellationToken);
    }

    private static async Task<DistributionReport> ReportAsync(
        WorkflowsDbContext context,
        DistributionRow row,
        CancellationToken cancellationToken
    )
    {
        var staff = await context
            .Set<DistributionStaffRow>()
            .AsNoTracking()
            .Where(one => one.Tenant == row.Tenant && one.DistributionId == row.Id)
            .Select(one => one.Staff)
            .ToListAsync(cancellationToken);
        staff.Sort(StringComparer.Ordinal);
        var uses = await new ContentUses(context, row.Tenant).OfAsync(
            [row.ContentRef],
            row.At,
            DateTimeOffset.MaxValue,
            cancellationToken
        );
        var byStaff = uses.Where(use => use.Staff is not null).ToLookup(use => use.Staff!, StringComparer.Ordinal);
        return new DistributionReport(Read(row, staff), [.. staff.Select(one => AdoptionOf(one, [.. byStaff[one]]))]);
    }

    private static StaffAdoption AdoptionOf(string staff, IReadOnlyList<UsedContent> uses) =>
        new(staff, uses.Count, uses.Count == 0 ? null : uses.Min(use => use.At));

    private static ContentDistribution Read(DistributionRow row, IReadOnlyList<string> staff) =>
        new(
            row.Id,
            ContentRef.TryParse(row.ContentRef, out var content) ? content : new ContentRef(row.ContentRef),
            staff,
            row.At,
            row.By,
            row.DueBy
        );

    private static DistributionRow RowOf(int tenant, ContentDistribution distribution) =>
        new()
        {
            Tenant = tenant,
            Id = distribution.Id,
            ContentRef = distribution.Content.ToString(),
            At = distribution.At,
            By = distribution.By,
            DueBy = distribution.DueBy,
        };
}
