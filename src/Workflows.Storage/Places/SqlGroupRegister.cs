using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Storage.Places;

/// <summary>Customer groups and their seats in the database.</summary>
internal sealed class SqlGroupRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IGroupRegister
{
    public async Task<CustomerGroup?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<CustomerGroup>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context, tenant);
        if (after is not null)
        {
            rows = rows.Where(row => row.Id.CompareTo(after) > 0);
        }

        return [.. (await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task SaveAsync(int tenant, IReadOnlyList<CustomerGroup> groups, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var group in groups.OrderBy(group => group.Id, StringComparer.Ordinal))
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO customer_groups (tenant, id, name, purpose, store_id, persona, family, owner_id, bot_id,
                    capacity, members, ends_at, is_active)
                VALUES ({tenant}, {group.Id}, {group.Name}, {(short)group.Purpose}, {group.StoreId}, {group.Persona},
                    {group.Family}, {group.OwnerId}, {group.BotId}, {group.Capacity}, {group.Members},
                    {group.EndsAt?.UtcTicks}, {group.IsActive})
                ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
                    store_id = excluded.store_id, persona = excluded.persona, family = excluded.family,
                    owner_id = excluded.owner_id, bot_id = excluded.bot_id, capacity = excluded.capacity,
                    members = excluded.members, ends_at = excluded.ends_at, is_active = excluded.is_active
                """,
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<GroupSilence>> WatchAsync(
        int tenant,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => await new GroupVoices(contexts, gate, tenant).WatchAsync(now, cancellationToken);

    public async Task<IReadOnlyDictionary<string, int>> CountByBotAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await Rows(context, tenant)
            .Where(row => row.IsActive && row.BotId != null)
            .GroupBy(row => row.BotId!)
            .Select(groups => new { Bot = groups.Key, Count = groups.Count() })
            .ToDictionaryAsync(bot => bot.Bot, bot => bot.Count, StringComparer.Ordinal, cancellationToken);
    }

    public async Task<IReadOnlyList<GroupVacancy>> ListVacanciesAsync(
        int tenant,
        GroupChoice choice,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var (purpose, persona, now) = ((short)choice.Purpose, choice.Persona, choice.Now);
        var rows = Rows(context, tenant)
            .Where(row => row.IsActive && row.Purpose == purpose && row.Persona == persona)
            .Where(row => row.EndsAt == null || row.EndsAt > now);
        rows =
            choice.StoreIds.Count == 0
                ? rows.Where(row => row.StoreId == null)
                : rows.Where(row => choice.StoreIds.Contains(row.StoreId!));
        var found = await rows.Select(row => new
            {
                Row = row,
                Held = context
                    .Set<SeatRow>()
                    .Count(seat =>
                        seat.Tenant == row.Tenant
                        && seat.GroupId == row.Id
                        && seat.State == (short)SeatState.Held
                        && seat.HeldUntil > now
                    ),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. found
                .Select(one => new GroupVacancy(
                    Read(one.Row),
                    Math.Max(0, one.Row.Capacity - one.Row.Members - one.Held)
                ))
                .OrderBy(vacancy => vacancy.Group.StoreId, StringComparer.Ordinal)
                .ThenBy(vacancy => vacancy.Free)
                .ThenBy(vacancy => vacancy.Group.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<GroupSeat?> HoldAsync(int tenant, SeatRequest request, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await new SeatPlan(context, tenant).HoldAsync(request, cancellationToken);
    }

    public async Task<GroupSeat?> FindSeatAsync(int tenant, string key, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await new SeatPlan(context, tenant).FindAsync(key, cancellationToken);
    }

    public async Task<IReadOnlyList<GroupSeat>> ListSeatsAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<SeatRow>()
            .AsNoTracking()
            .Where(row => row.ContactId == contactId && row.Tenant + 0 == tenant)
            .OrderBy(row => row.Since)
            .ThenBy(row => row.GroupId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(SeatPlan.Read)];
    }

    public Task JoinAsync(
        int tenant,
        string groupId,
        Guid contactId,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => MoveAsync(tenant, groupId, contactId, SeatState.Joined, at, cancellationToken);

    public Task LeaveAsync(
        int tenant,
        string groupId,
        Guid contactId,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => MoveAsync(tenant, groupId, contactId, SeatState.Left, at, cancellationToken);

    internal static CustomerGroup Read(GroupRow row) =>
        new(row.Id, row.Name)
        {
            Purpose = (GroupPurpose)row.Purpose,
            StoreId = row.StoreId,
            Persona = row.Persona,
            Family = row.Family,
            OwnerId = row.OwnerId,
            BotId = row.BotId,
            Capacity = row.Capacity,
            Members = row.Members,
            EndsAt = row.EndsAt,
            IsActive = row.IsActive,
        };

    private static IQueryable<GroupRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<GroupRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    private async Task MoveAsync(
        int tenant,
        string groupId,
        Guid contactId,
        SeatState state,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await new SeatPlan(context, tenant).MoveAsync(groupId, contactId, state, at, cancellationToken);
    }
}
