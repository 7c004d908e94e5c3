using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>Adds and changes the people of the workspace.</summary>
internal sealed class UserRoll(UserStore users, SessionCheck sessions, TimeProvider clock)
{
    /// <summary>Adds somebody.</summary>
    /// <returns>The user, or what is wrong with the name or the password.</returns>
    public async Task<(User? User, string? Mistake)> AddAsync(
        string name,
        string password,
        Role role,
        CancellationToken cancellationToken
    )
    {
        name = name.Trim();
        if ((NameMistake(name) ?? Passwords.Mistake(password, name)) is { } mistake)
        {
            return (null, mistake);
        }

        var now = clock.GetUtcNow();
        var user = new User(
            Guid.CreateVersion7(now),
            name,
            role,
            Passwords.Hash(password),
            Guid.CreateVersion7(now),
            FailedSignIns: 0,
            LockedUntil: null,
            now
        );
        return await users.AddAsync(Tenants.Default, user, cancellationToken)
            ? (user, null)
            : (null, $"The name '{name}' is taken.");
    }

    /// <summary>Changes what a user may do, or the password; the user's sessions end.</summary>
    /// <returns>What is wrong with the change, or null.</returns>
    public async Task<string?> ChangeAsync(User user, Role? role, string? password, CancellationToken cancellationToken)
    {
        if (password is not null && Passwords.Mistake(password, user.Name) is { } mistake)
        {
            return mistake;
        }

        await users.ChangeAsync(
            Tenants.Default,
            user.Id,
            role,
            password is null ? null : Passwords.Hash(password),
            Guid.CreateVersion7(clock.GetUtcNow()),
            cancellationToken
        );
        sessions.Forget(user.Id);
        return null;
    }

    /// <summary>Removes a user; the user's sessions end.</summary>
    public async Task RemoveAsync(User user, CancellationToken cancellationToken)
    {
        await users.RemoveAsync(Tenants.Default, user.Id, cancellationToken);
        sessions.Forget(user.Id);
    }

    private static string? NameMistake(string name) =>
        name.Length is 0 or > UserStore.LongestName ? $"A name has 1 to {UserStore.LongestName} characters."
        : !name.Any(char.IsControl) ? null
        : "A name has no control characters.";
}
