using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Storage.WeCom;

/// <summary>Comparisons with WeCom.</summary>
internal sealed class SqlSyncStore(WorkflowsDbContextFactory contexts, WriteGate gate) : ISyncStore
{
    public async Task<SyncRun?> TakeAsync(
        int tenant,
        string owner,
        DateTimeOffset now,
        (DateTimeOffset Now, DateTimeOffset Until) lease,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        // One statement decides; the row of a tenant that never compared is made first, done and free.
        await context.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO wecom_syncs (tenant, started_at, phase, cursor, counts, staff_count, staff_done, lease_until)
            VALUES ({0}, 0, {1}, '', {2}, 0, 0, 0) ON CONFLICT DO NOTHING
            """,
            [tenant, (short)SyncPhase.Done, "{}"],
            cancellationToken
        );
        var taken = await Rows(context, tenant)
            .Where(row => row.LeaseOwner == null || row.LeaseUntil <= lease.Now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseOwner, owner).SetProperty(row => row.LeaseUntil, lease.Until),
                cancellationToken
            );
        if (taken == 0)
        {
            return null;
        }

        var known = Read(await Rows(context, tenant).AsNoTracking().SingleAsync(cancellationToken));
        if (known.Phase != SyncPhase.Done)
        {
            return known;
        }

        var run = new SyncRun(now) { PreviousAt = known.StartedAt.UtcTicks == 0 ? null : known.StartedAt };
        await WriteAsync(context, tenant, owner, run, lease.Until, cancellationToken);
        return run;
    }

    public async Task<bool> SaveAsync(
        int tenant,
        string owner,
        SyncRun run,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await WriteAsync(context, tenant, owner, run, until, cancellationToken);
    }

    public async Task<SyncRun?> LatestAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null || row.StartedAt.UtcTicks == 0 ? null : Read(row);
    }

    private static async Task<bool> WriteAsync(
        WorkflowsDbContext context,
        int tenant,
        string owner,
        SyncRun run,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var counts = JsonSerializer.Serialize(run.Counts);
        var holder = run.Phase == SyncPhase.Done ? null : owner;
        return await Rows(context, tenant)
                .Where(row => row.LeaseOwner == owner)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.StartedAt, run.StartedAt)
                            .SetProperty(row => row.PreviousAt, run.PreviousAt)
                            .SetProperty(row => row.Phase, (short)run.Phase)
                            .SetProperty(row => row.Staff, run.Staff)
                            .SetProperty(row => row.Cursor, run.Cursor)
                            .SetProperty(row => row.Counts, counts)
                            .SetProperty(row => row.StaffCount, run.StaffCount)
                            .SetProperty(row => row.StaffDone, run.StaffDone)
                            .SetProperty(row => row.LeaseOwner, holder)
                            .SetProperty(row => row.LeaseUntil, until),
                    cancellationToken
                ) == 1;
    }

    private static IQueryable<SyncRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<SyncRow>().Where(row => row.Tenant == tenant);

    private static SyncRun Read(SyncRow row) =>
        new(row.StartedAt)
        {
            PreviousAt = row.PreviousAt,
            Phase = (SyncPhase)row.Phase,
            Staff = row.Staff,
            Cursor = row.Cursor,
            Counts = JsonSerializer.Deserialize<SyncCounts>(row.Counts) ?? SyncCounts.None,
            StaffCount = row.StaffCount,
            StaffDone = row.StaffDone,
        };
}
