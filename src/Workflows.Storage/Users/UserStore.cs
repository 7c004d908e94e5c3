using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Users;

/// <summary>The people of a workspace.</summary>
public sealed class UserStore
{
    /// <summary>The most characters a name may have.</summary>
    public const int LongestName = 100;

    private readonly WorkflowsDbContextFactory _contexts;
    private readonly WriteGate _gate;

    internal UserStore(WorkflowsDbContextFactory contexts, WriteGate gate) => (_contexts, _gate) = (contexts, gate);

    /// <summary>The user of a name, or null.</summary>
    public async Task<User?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var normalized = Normalize(name);
        await using var context = _contexts.Create();
        var row = await Rows(context, tenant)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.NormalizedName == normalized, cancellationToken);
        return row?.ToUser();
    }

    /// <summary>The user of an id, or null.</summary>
    public async Task<User?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var row = await Rows(context, tenant)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row?.ToUser();
    }

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<User>> ListAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var rows = await Rows(context, tenant)
            .AsNoTracking()
            .OrderBy(row => row.NormalizedName)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToUser())];
    }

    /// <summary>Whether there is anybody.</summary>
    public async Task<bool> AnyAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await Rows(context, tenant).AnyAsync(cancellationToken);
    }

    /// <summary>Adds somebody.</summary>
    /// <returns>False when the name is taken.</returns>
    public async Task<bool> AddAsync(int tenant, User user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        context.Add(
            new UserRow
            {
                Id = user.Id,
                Tenant = tenant,
                Name = user.Name,
                NormalizedName = Normalize(user.Name),
                Role = user.Role,
                PasswordHash = user.PasswordHash,
                Stamp = user.Stamp,
                CreatedAt = user.CreatedAt,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // The unique index is the only thing that can refuse this row.
            return false;
        }
    }

    /// <summary>Counts a wrong password; at <paramref name="limit"/> in a row the user is locked until <paramref name="lockedUntil"/>.</summary>
    public async Task CountFailureAsync(
        Guid id,
        int limit,
        DateTimeOffset lockedUntil,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();

        // One statement, so that guesses made at the same time are all counted.
        await context
            .Set<UserRow>()
            .Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(user => user.FailedSignIns, user => user.FailedSignIns + 1)
                        .SetProperty(
                            user => user.LockedUntil,
                            user => user.FailedSignIns + 1 >= limit ? lockedUntil : user.LockedUntil
                        ),
                cancellationToken
            );
    }

    /// <summary>Forgets the wrong passwords of a user who signed in.</summary>
    public async Task ForgetFailuresAsync(Guid id, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        await context
            .Set<UserRow>()
            .Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(user => user.FailedSignIns, 0)
                        .SetProperty(user => user.LockedUntil, (DateTimeOffset?)null),
                cancellationToken
            );
    }

    /// <summary>Changes what a user may do, or the password; all sessions of the user are over then.</summary>
    /// <param name="tenant">Whose user.</param>
    /// <param name="id">Which user.</param>
    /// <param name="role">The new role; null keeps it.</param>
    /// <param name="passwordHash">What the new password hashes to; null keeps it.</param>
    /// <param name="stamp">The new stamp.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether there is such a user.</returns>
    public async Task<bool> ChangeAsync(
        int tenant,
        Guid id,
        Role? role,
        string? passwordHash,
        Guid stamp,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        return await Rows(context, tenant)
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(user => user.Role, user => role ?? user.Role)
                            .SetProperty(user => user.PasswordHash, user => passwordHash ?? user.PasswordHash)
                            .SetProperty(user => user.FailedSignIns, 0)
                            .SetProperty(user => user.LockedUntil, (DateTimeOffset?)null)
                            .SetProperty(user => user.Stamp, stamp),
                    cancellationToken
                ) > 0;
    }

    /// <summary>Removes a user.</summary>
    /// <returns>Whether there was such a user.</returns>
    public async Task<bool> RemoveAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(cancellationToken);
        await using var context = _contexts.Create();
        return await Rows(context, tenant).Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static IQueryable<UserRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<UserRow>().Where(row => row.Tenant == tenant);

    private static string Normalize(string name) => name.Trim().ToUpperInvariant();
}
