using System.Collections.Concurrent;
using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>Whether a session still stands: its user is there, with the password and role it began with.</summary>
internal sealed class SessionCheck(UserStore users, TimeProvider clock)
{
    // How long a removed user's session may still work, and how often a busy user is looked up.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Only users that exist are remembered, so strangers cannot fill this.
    private readonly ConcurrentDictionary<Guid, (Guid Stamp, long At)> _known = new();

    public async ValueTask<bool> IsValidAsync(string? userId, string? stamp, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id) || !Guid.TryParse(stamp, out var began))
        {
            return false;
        }

        if (!_known.TryGetValue(id, out var known) || clock.GetElapsedTime(known.At) >= Remembered)
        {
            if (await users.FindAsync(Tenants.Default, id, cancellationToken) is not { } user)
            {
                _known.TryRemove(id, out _);
                return false;
            }

            _known[id] = known = (user.Stamp, clock.GetTimestamp());
        }

        return known.Stamp == began;
    }

    /// <summary>Forgets what is remembered of a user who was changed here.</summary>
    public void Forget(Guid id) => _known.TryRemove(id, out _);
}
