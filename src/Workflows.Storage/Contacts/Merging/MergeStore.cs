using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>The cases of contacts who may be one person, and what is done about them (S0-53).</summary>
public sealed class MergeStore
{
    private const int MostAttempts = 5;
    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal MergeStore(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>The case of a pair, or null.</summary>
    public async Task<MergeCase?> FindAsync(int tenant, Guid first, Guid second, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var row = await Rows(context, tenant, first, second).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : MergeCase.Of(row);
    }

    /// <summary>A page of cases in a state, oldest first.</summary>
    public async Task<IReadOnlyList<MergeCase>> ListAsync(
        int tenant,
        MergeState state,
        int skip,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var rows = await context
            .Set<MergeRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.State == (short)state)
            .OrderBy(row => row.OpenedAt)
            .ThenBy(row => row.FirstId)
            .ThenBy(row => row.SecondId)
            .Skip(skip)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(MergeCase.Of)];
    }

    /// <summary>Whether a person took a pair apart before.</summary>
    public async Task<bool> WasApartAsync(int tenant, Guid first, Guid second, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await Rows(context, tenant, first, second).AnyAsync(row => row.WasApart, cancellationToken);
    }

    /// <summary>The contact that a merged one is part of now; null for one that was never merged.</summary>
    public async Task<Guid?> FindHeirAsync(int tenant, Guid contact, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        Guid? heir = null;
        var next = contact;
        while (
            await context
                .Set<MergeRow>()
                .Where(row => row.SecondId == next && row.Tenant == tenant && row.State == (short)MergeState.Merged)
                .Select(row => (Guid?)row.FirstId)
                .FirstOrDefaultAsync(cancellationToken)
                is { } first
        )
        {
            heir = next = first;
        }

        return heir;
    }

    /// <summary>Writes down a decision that moves nothing.</summary>
    /// <returns>False when the pair has no case that waits for one.</returns>
    public async Task<bool> DecideAsync(
        int tenant,
        MergeCase one,
        MergeState state,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(one);
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        return await Rows(context, tenant, one.FirstId, one.SecondId)
                .Where(row => row.State == (short)MergeState.Open || row.State == (short)MergeState.Proposed)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, (short)state)
                            .SetProperty(row => row.DecidedBy, HistoryText.Shorten(by, MergeConfiguration.LongestName))
                            .SetProperty(row => row.DecidedAt, at),
                    cancellationToken
                ) > 0;
    }

    /// <summary>
    /// Makes one contact of a pair, in one transaction: events, orders, tags, consent, seats, relations, messages and
    /// running journeys with all they wait for go to the older one.
    /// </summary>
    /// <returns>False when one of the two is no contact of its own any more.</returns>
    public Task<bool> MergeAsync(
        int tenant,
        MergeCase one,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        RetryAsync(
            tenant,
            one,
            MergeState.Merged,
            by,
            at,
            async (context, row) =>
            {
                if (row.State == (short)MergeState.Merged)
                {
                    return false;
                }

                var step = new MergeStep(context, tenant, cancellationToken);
                var record = await step.MergeAsync(row.FirstId, row.SecondId);
                row.Record = record?.Write();
                return record is not null;
            },
            cancellationToken
        );

    /// <summary>Makes two contacts of a merged pair again, exactly; what happened since stays with the older one.</summary>
    /// <returns>False when the pair is not merged, or the older one has become part of another contact itself.</returns>
    public Task<bool> PartAsync(
        int tenant,
        MergeCase one,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        RetryAsync(
            tenant,
            one,
            MergeState.Unmerged,
            by,
            at,
            async (context, row) =>
            {
                if (row.Record is not { } record)
                {
                    return false;
                }

                var step = new MergeStep(context, tenant, cancellationToken);
                (row.Record, row.WasApart) = (null, true);
                return await step.PartAsync(MergeRecord.Read(record));
            },
            cancellationToken
        );

    private static IQueryable<MergeRow> Rows(WorkflowsDbContext context, int tenant, Guid first, Guid second) =>
        context.Set<MergeRow>().Where(row => row.Tenant == tenant && row.FirstId == first && row.SecondId == second);

    // A turn that commits in between takes an item away: then all is looked at once more.
    private async Task<bool> RetryAsync(
        int tenant,
        MergeCase one,
        MergeState state,
        string by,
        DateTimeOffset at,
        Func<WorkflowsDbContext, MergeRow, Task<bool>> step,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(one);
        using var turn = await _gate.EnterAsync(cancellationToken);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            await using var context = _contexts.Create();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var row = await Rows(context, tenant, one.FirstId, one.SecondId)
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return false;
            }

            if (await step(context, row))
            {
                (row.State, row.DecidedAt) = ((short)state, at);
                row.DecidedBy = HistoryText.Shorten(by, MergeConfiguration.LongestName);
                context.Update(row);
                Note(context, row, by, at);
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }

        return false;
    }

    private static void Note(WorkflowsDbContext context, MergeRow row, string by, DateTimeOffset at)
    {
        var isMerge = row.State == (short)MergeState.Merged;
        context.Add(
            new HistoryRow
            {
                Tenant = row.Tenant,
                Key = $"merge:{row.FirstId:N}:{row.SecondId:N}:{at.UtcTicks}",
                ContactId = row.FirstId,
                Kind = (short)HistoryKind.Merge,
                At = at,
                Before = isMerge ? null : $"{row.SecondId}",
                After = isMerge ? $"{row.SecondId}" : null,
                By = HistoryText.Shorten(by, 256)!,
            }
        );
    }
}
