using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Storage.Places;

/// <summary>Who sits where. Every change first locks the group's row, so that places are given away one by one.</summary>
internal sealed class SeatPlan(WorkflowsDbContext context, int tenant)
{
    private DbSet<SeatRow> Seats => context.Set<SeatRow>();

    public static GroupSeat Read(SeatRow row) =>
        new(row.GroupId, row.ContactId, (SeatState)row.State, row.Since, row.HeldUntil);

    public async Task<GroupSeat?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var row = await Seats
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Key == key, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<GroupSeat?> HoldAsync(SeatRequest request, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(request.Key, cancellationToken) is { } known)
        {
            return known;
        }

        if (await LockAsync(request.GroupId, change: 0, cancellationToken) is not { } group)
        {
            return null;
        }

        var row = await SeatAsync(request.GroupId, request.ContactId, cancellationToken);
        var isSeated = row is not null && Read(row).IsTaken(request.Now);
        if (!isSeated && !await IsFreeAsync(group, request.Now, cancellationToken))
        {
            return null;
        }

        row ??= Add(request.GroupId, request.ContactId);
        row.Key = request.Key;
        if (!isSeated)
        {
            (row.State, row.Since, row.HeldUntil) = ((short)SeatState.Held, request.Now, request.HeldUntil);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Read(row);
    }

    public async Task MoveAsync(
        string groupId,
        Guid contactId,
        SeatState state,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(groupId, change: 0, cancellationToken);
        var row = await SeatAsync(groupId, contactId, cancellationToken);
        if (row?.State == (short)state)
        {
            return;
        }

        var change =
            state == SeatState.Joined ? 1
            : row?.State == (short)SeatState.Joined ? -1
            : 0;
        row ??= Add(groupId, contactId);
        (row.State, row.Since, row.HeldUntil) = ((short)state, at, null);
        await context.SaveChangesAsync(cancellationToken);
        await LockAsync(groupId, change, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<GroupRow?> LockAsync(string groupId, int change, CancellationToken cancellationToken)
    {
        var group = context.Set<GroupRow>().Where(row => row.Tenant == tenant && row.Id == groupId);
        var found = await group.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Members, row => row.Members + change < 0 ? 0 : row.Members + change),
            cancellationToken
        );
        return found == 0 ? null : await group.AsNoTracking().SingleAsync(cancellationToken);
    }

    private async Task<bool> IsFreeAsync(GroupRow group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!group.IsActive || group.EndsAt <= now)
        {
            return false;
        }

        var held = await Seats.CountAsync(
            row =>
                row.Tenant == tenant
                && row.GroupId == group.Id
                && row.State == (short)SeatState.Held
                && row.HeldUntil > now,
            cancellationToken
        );
        return group.Members + held < group.Capacity;
    }

    private Task<SeatRow?> SeatAsync(string groupId, Guid contactId, CancellationToken cancellationToken) =>
        Seats.SingleOrDefaultAsync(
            row => row.Tenant == tenant && row.GroupId == groupId && row.ContactId == contactId,
            cancellationToken
        );

    private SeatRow Add(string groupId, Guid contactId) =>
        context
            .Add(
                new SeatRow
                {
                    Tenant = tenant,
                    GroupId = groupId,
                    ContactId = contactId,
                }
            )
            .Entity;
}
