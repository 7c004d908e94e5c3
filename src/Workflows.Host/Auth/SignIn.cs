using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>Compares names and passwords, and locks a user whose password is guessed at.</summary>
internal sealed class SignIn(UserStore users, TimeProvider clock)
{
    /// <summary>How many wrong passwords in a row lock a user.</summary>
    public const int Limit = 5;

    /// <summary>For how long.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(5);

    /// <summary>Whoever has this name and password; null where they do not fit or the user is locked.</summary>
    public async Task<User?> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(Tenants.Default, name, cancellationToken);
        var now = clock.GetUtcNow();
        var matches = Passwords.Matches(user?.PasswordHash, password);
        if (user is null || user.LockedUntil > now)
        {
            return null;
        }

        if (!matches)
        {
            // Once the lock is over, one more wrong password locks again.
            await users.CountFailureAsync(user.Id, Limit, now + Lockout, cancellationToken);
            return null;
        }

        if (user.FailedSignIns > 0)
        {
            await users.ForgetFailuresAsync(user.Id, cancellationToken);
        }

        return user;
    }
}
