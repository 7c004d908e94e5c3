namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>Remembers which files WeCom has, and for how long.</summary>
public interface IMediaStore
{
    /// <summary>The media_id of a file that is still good at a time, or null.</summary>
    Task<string?> FindAsync(MediaKey key, DateTimeOffset goodAt, CancellationToken cancellationToken);

    /// <summary>Remembers an upload; of two the one that lasts longer stays.</summary>
    Task SaveAsync(MediaKey key, string mediaId, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Forgets an id that WeCom does not accept any more.</summary>
    Task ForgetAsync(string account, string mediaId, CancellationToken cancellationToken);

    /// <summary>Forgets what expired before a time.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
