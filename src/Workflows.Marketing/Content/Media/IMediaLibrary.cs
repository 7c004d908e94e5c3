namespace Workflows.Marketing.Content;

/// <summary>Where the library's files are kept; equal bytes once.</summary>
public interface IMediaLibrary
{
    /// <summary>Adds a file.</summary>
    /// <returns>The entry of the name then: the one given, or another one where the name was taken.</returns>
    Task<MediaEntry> AddAsync(int tenant, MediaEntry entry, byte[] bytes, CancellationToken cancellationToken);

    /// <summary>A file without its bytes, or null.</summary>
    Task<MediaEntry?> FindAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>A file's bytes, or null.</summary>
    Task<byte[]?> ReadAsync(int tenant, string hash, CancellationToken cancellationToken);

    /// <summary>A page of files in the order of their names.</summary>
    Task<IReadOnlyList<MediaEntry>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a name, and the bytes once nothing has them any more.</summary>
    /// <returns>Whether there was such a file.</returns>
    Task<bool> RemoveAsync(int tenant, string name, CancellationToken cancellationToken);
}
