namespace Workflows.Marketing.Channels.Tokens;

/// <summary>
/// Access tokens that all hosts share: WeCom wants them cached in one place and throttles those who ask too often
/// (path/91039).
/// </summary>
public interface IAccessTokenStore
{
    /// <summary>The stored token of an application, expired or not, or null.</summary>
    Task<AccessToken?> FindAsync(string account, CancellationToken cancellationToken);

    /// <summary>Takes the right to renew the token, unless another holds it.</summary>
    /// <param name="account">The application.</param>
    /// <param name="owner">Who asks; unique among all who may.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When the right lapses by itself, should its owner die.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether <paramref name="owner"/> has it now.</returns>
    Task<bool> TryLockAsync(
        string account,
        string owner,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>Stores a token and gives the right back; does nothing when the right is another's by now.</summary>
    Task SaveAsync(string account, string owner, AccessToken token, CancellationToken cancellationToken);

    /// <summary>Gives the right back without a token.</summary>
    Task ReleaseAsync(string account, string owner, CancellationToken cancellationToken);
}
