using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Limits;

/// <summary>
/// What limits have counted of one contact, when it becomes part of another one or is erased. Inside the caller's transaction; counters
/// are locked in the order in which everybody locks them.
/// </summary>
internal sealed class ContactLimits(WorkflowsDbContext context, int tenant, CancellationToken ct)
{
    /// <summary>Gives the contact's counts, and what its messages hold of them, to another one: one person has one cap.</summary>
    /// <param name="from">Whose counts.</param>
    /// <param name="to">Who has them from now on, beside its own.</param>
    /// <param name="messages">The numbers of the contact's messages.</param>
    public async Task MoveAsync(Guid from, Guid to, IReadOnlyCollection<long> messages)
    {
        foreach (var row in await CountersAsync(from))
        {
            var scope = Renamed(row.Scope, from, to);
            var own = await LockAsync(row.Code, scope);
            if (own is null)
            {
                context.Add(
                    new LimitCounterRow
                    {
                        Tenant = tenant,
                        Code = row.Code,
                        Scope = scope,
                        Marks = row.Marks,
                        ExpiresAt = row.ExpiresAt,
                    }
                );
            }
            else
            {
                own.Marks = LimitJson.Write(Sum(LimitJson.ReadMarks(own.Marks), LimitJson.ReadMarks(row.Marks)));
                own.ExpiresAt = own.ExpiresAt > row.ExpiresAt ? own.ExpiresAt : row.ExpiresAt;
                context.Update(own);
            }

            context.Remove(row);
            await SaveAsync();
        }

        foreach (var reservation in await ReservationsAsync(messages))
        {
            reservation.Holds = LimitJson.Write([
                .. LimitJson
                    .ReadHolds(reservation.Holds)
                    .Select(hold => hold with { Scope = Renamed(hold.Scope, from, to) }),
            ]);
            context.Update(reservation);
            await SaveAsync();
        }
    }

    /// <summary>Forgets what was counted of the contact, and gives back what its messages that did not leave hold of others' counters.</summary>
    public async Task FreeAsync(Guid contact)
    {
        var messages = await context
            .Set<MessageRow>()
            .Where(row => row.ContactId == contact && row.Tenant + 0 == tenant)
            .Select(row => new
            {
                row.Id,
                // Only of these it is certain that nobody has them or will (decision 29).
                IsUnsent = row.SettledAt == null
                    && row.FirstAt == null
                    && row.SubmittedAt == null
                    && row.LeaseOwner == null,
            })
            .ToListAsync(ct);
        var waiting = messages.Where(message => message.IsUnsent).Select(message => message.Id).ToArray();
        var holds = (await ReservationsAsync(waiting))
            .SelectMany(row => LimitJson.ReadHolds(row.Holds))
            .OrderBy(hold => hold.Code, StringComparer.Ordinal)
            .ThenBy(hold => hold.Scope, StringComparer.Ordinal);
        foreach (var hold in holds)
        {
            if (await LockAsync(hold.Code, hold.Scope) is { } counter)
            {
                var given = new LimitMark(hold.Mark.Start, -hold.Mark.Used, -hold.Mark.Among);
                counter.Marks = LimitJson.Write(Sum(LimitJson.ReadMarks(counter.Marks), [given]));
                context.Update(counter);
                await SaveAsync();
            }
        }

        foreach (var row in await CountersAsync(contact))
        {
            context.Remove(row);
            await SaveAsync();
        }

        foreach (var row in await ReservationsAsync([.. messages.Select(message => message.Id)]))
        {
            context.Remove(row);
            await SaveAsync();
        }
    }

    private static string Renamed(string scope, Guid from, Guid to) =>
        scope.StartsWith($"{from:N}", StringComparison.Ordinal) ? $"{to:N}{scope[32..]}" : scope;

    private static LimitMark[] Sum(IEnumerable<LimitMark> first, IEnumerable<LimitMark> second) =>
        [
            .. first
                .Concat(second)
                .GroupBy(mark => mark.Start)
                .Select(same => new LimitMark(same.Key, same.Sum(mark => mark.Used), same.Sum(mark => mark.Among)))
                .Where(mark => mark is not { Used: 0, Among: 0 })
                .OrderBy(mark => mark.Start),
        ];

    // The key begins with the limit's code, of which there are few: each is looked up by itself.
    private async Task<List<LimitCounterRow>> CountersAsync(Guid contact)
    {
        var rows = new List<LimitCounterRow>();
        var exact = $"{contact:N}";
        var end = exact[..^1] + After(exact[^1]);
        for (var code = await NextAsync(""); code is not null; code = await NextAsync(code))
        {
            var scopes = await context
                .Set<LimitCounterRow>()
                .Where(row =>
                    row.Tenant == tenant
                    && row.Code == code
                    && row.Scope.CompareTo(exact) >= 0
                    && row.Scope.CompareTo(end) < 0
                )
                .Select(row => row.Scope)
                .ToListAsync(ct);
            foreach (
                var scope in scopes
                    .Where(scope => scope.StartsWith(exact, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
            )
            {
                if (await LockAsync(code, scope) is { } row)
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    // In the order of every language the digits of an id decide before whatever follows them.
    private static char After(char digit) => digit == '9' ? 'a' : (char)(digit + 1);

    private Task<string?> NextAsync(string code) =>
        context
            .Set<LimitCounterRow>()
            .Where(row => row.Tenant == tenant && row.Code.CompareTo(code) > 0)
            .OrderBy(row => row.Code)
            .Select(row => row.Code)
            .FirstOrDefaultAsync(ct);

    private Task<LimitCounterRow?> LockAsync(string code, string scope) =>
        Locked<LimitCounterRow>(
                $"SELECT * FROM limit_counters WHERE tenant = {{0}} AND code = {{1}} AND scope = {{2}}",
                tenant,
                code,
                scope
            )
            .SingleOrDefaultAsync(ct);

    private async Task<List<LimitReservationRow>> ReservationsAsync(IReadOnlyCollection<long> messages)
    {
        var found = new List<LimitReservationRow>();
        foreach (var some in messages.Chunk(500))
        {
            var keys = await context
                .Set<MessageRow>()
                .Where(row => some.Contains(row.Id))
                .Select(row => row.Key)
                .ToListAsync(ct);
            foreach (var key in keys.Order(StringComparer.Ordinal))
            {
                var row = await Locked<LimitReservationRow>(
                        "SELECT * FROM limit_reservations WHERE tenant = {0} AND message_key = {1}",
                        tenant,
                        key
                    )
                    .SingleOrDefaultAsync(ct);
                if (row is not null)
                {
                    found.Add(row);
                }
            }
        }

        return found;
    }

    private IQueryable<T> Locked<T>(string sql, params object[] values)
        where T : class
    {
        // SQLite has one writer, who is us; elsewhere a judge may be at work on the row.
        var text = context is SqliteWorkflowsDbContext ? sql : $"{sql} FOR UPDATE";
        return context.Set<T>().FromSqlRaw(text, values).AsNoTracking();
    }

    private async Task SaveAsync()
    {
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }
}
