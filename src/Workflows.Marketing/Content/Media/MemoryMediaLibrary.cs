namespace Workflows.Marketing.Content;

/// <summary>Files in memory, for trials, cases of journeys and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryMediaLibrary : IMediaLibrary
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (MediaEntry Entry, byte[] Bytes)> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<MediaEntry> AddAsync(int tenant, MediaEntry entry, byte[] bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            _files.TryAdd(entry.Name, (entry, bytes));
            return Task.FromResult(_files[entry.Name].Entry);
        }
    }

    /// <inheritdoc/>
    public Task<MediaEntry?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<MediaEntry?>(_files.GetValueOrDefault(name).Entry);
        }
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(int tenant, string hash, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<byte[]?>(
                _files.Values.FirstOrDefault(file => file.Entry.Hash.Equals(hash, StringComparison.Ordinal)).Bytes
            );
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MediaEntry>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<MediaEntry>>([
                .. _files
                    .Values.Select(file => file.Entry)
                    .Where(entry => after is null || string.CompareOrdinal(entry.Name, after) > 0)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_files.Remove(name));
        }
    }
}
