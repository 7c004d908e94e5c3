namespace Workflows.Marketing.Channels.Tokens;

/// <summary>Tokens of one process.</summary>
public sealed class MemoryAccessTokenStore : IAccessTokenStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Owner, DateTimeOffset Until)> _rights = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<AccessToken?> FindAsync(string account, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_tokens.GetValueOrDefault(account));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryLockAsync(
        string account,
        string owner,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            if (_rights.TryGetValue(account, out var right) && right.Until > now)
            {
                return Task.FromResult(false);
            }

            _rights[account] = (owner, until);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(string account, string owner, AccessToken token, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Holds(account, owner))
            {
                _tokens[account] = token;
                _rights.Remove(account);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string account, string owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Holds(account, owner))
            {
                _rights.Remove(account);
            }
        }

        return Task.CompletedTask;
    }

    private bool Holds(string account, string owner) =>
        _rights.TryGetValue(account, out var right) && string.Equals(right.Owner, owner, StringComparison.Ordinal);
}
