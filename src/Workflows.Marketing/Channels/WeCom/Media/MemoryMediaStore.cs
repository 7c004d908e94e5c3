namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>Uploads of one process.</summary>
public sealed class MemoryMediaStore : IMediaStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MediaKey, (string MediaId, DateTimeOffset ExpiresAt)> _files = [];

    /// <inheritdoc/>
    public Task<string?> FindAsync(MediaKey key, DateTimeOffset goodAt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(
                _files.TryGetValue(key, out var file) && file.ExpiresAt > goodAt ? file.MediaId : null
            );
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(MediaKey key, string mediaId, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(key, out var file) || file.ExpiresAt < expiresAt)
            {
                _files[key] = (mediaId, expiresAt);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ForgetAsync(string account, string mediaId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Remove((key, file) => SameText(key.Account, account) && SameText(file.MediaId, mediaId));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Remove((_, file) => file.ExpiresAt < before));
        }
    }

    private int Remove(Func<MediaKey, (string MediaId, DateTimeOffset ExpiresAt), bool> isMeant) =>
        _files.Where(pair => isMeant(pair.Key, pair.Value)).ToList().Count(pair => _files.Remove(pair.Key));

    private static bool SameText(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
