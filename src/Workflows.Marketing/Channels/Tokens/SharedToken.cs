namespace Workflows.Marketing.Channels.Tokens;

/// <summary>
/// One application's access token: remembered here, shared through the store, and asked for by one host at a time.
/// </summary>
internal sealed class SharedToken : IDisposable
{
    // A token that ends during the call it was taken for is of no use.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LockTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly IAccessTokenStore _store;
    private readonly TimeProvider _clock;
    private readonly TokenSeal _seal;
    private readonly string _account;
    private readonly Func<CancellationToken, Task<AccessToken>> _ask;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile AccessToken? _current;

    /// <param name="application">The application's id.</param>
    /// <param name="secret">Its secret, which also seals what is stored.</param>
    /// <param name="store">Where the hosts share the token.</param>
    /// <param name="clock">The only clock.</param>
    /// <param name="ask">Asks the platform for a token.</param>
    public SharedToken(
        string application,
        string secret,
        IAccessTokenStore store,
        TimeProvider clock,
        Func<CancellationToken, Task<AccessToken>> ask
    )
    {
        (_store, _clock, _ask) = (store, clock, ask);
        _seal = new TokenSeal(secret);
        _account = $"{application}:{_seal.Fingerprint}";
    }

    /// <summary>A token that is good for the next call, as far as we know.</summary>
    public Task<string> GetAsync(CancellationToken cancellationToken) =>
        _current is { } known && IsFresh(known)
            ? Task.FromResult(known.Value)
            : FindOrAskAsync(stale: null, cancellationToken);

    /// <summary>Another token, because the platform says that this one is not good any more.</summary>
    public Task<string> RenewAsync(string stale, CancellationToken cancellationToken) =>
        FindOrAskAsync(stale, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<string> FindOrAskAsync(string? stale, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } known && IsUsable(known, stale))
            {
                return known.Value;
            }

            _current = await ShareAsync(stale, cancellationToken);
            return _current.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<AccessToken> ShareAsync(string? stale, CancellationToken cancellationToken)
    {
        var owner = Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N");
        while (true)
        {
            if (await StoredAsync(cancellationToken) is { } stored && IsUsable(stored, stale))
            {
                return stored;
            }

            var now = _clock.GetUtcNow();
            if (await _store.TryLockAsync(_account, owner, now, now + LockTime, cancellationToken))
            {
                return await AskAsync(owner, stale, cancellationToken);
            }

            await Task.Delay(Patience, _clock, cancellationToken);
        }
    }

    private async Task<AccessToken> AskAsync(string owner, string? stale, CancellationToken cancellationToken)
    {
        try
        {
            // Another host may have stored one between our look and our lock.
            if (await StoredAsync(cancellationToken) is { } stored && IsUsable(stored, stale))
            {
                await _store.ReleaseAsync(_account, owner, cancellationToken);
                return stored;
            }

            var token = await _ask(cancellationToken);
            var kept = token with { Value = _seal.Seal(token.Value) };
            await _store.SaveAsync(_account, owner, kept, cancellationToken);
            return token;
        }
        catch
        {
            await _store.ReleaseAsync(_account, owner, CancellationToken.None);
            throw;
        }
    }

    private async Task<AccessToken?> StoredAsync(CancellationToken cancellationToken) =>
        await _store.FindAsync(_account, cancellationToken) is { } stored && _seal.Open(stored.Value) is { } token
            ? stored with
            {
                Value = token,
            }
            : null;

    private bool IsUsable(AccessToken token, string? stale) =>
        IsFresh(token) && !string.Equals(token.Value, stale, StringComparison.Ordinal);

    private bool IsFresh(AccessToken token) => token.ExpiresAt - Margin > _clock.GetUtcNow();
}
