namespace Workflows.Marketing.Content;

/// <summary>Where contents are kept, every version of them.</summary>
public interface IContentStore
{
    /// <summary>One version; the newest where none is named. Null where there is none.</summary>
    Task<ContentVersion?> FindAsync(int tenant, ContentRef reference, CancellationToken cancellationToken);

    /// <summary>The version that is sent under a name: the one it names, else the newest that may be sent; null where that may not.</summary>
    Task<ContentVersion?> FindSendableAsync(int tenant, ContentRef reference, CancellationToken cancellationToken);

    /// <summary>A page of contents.</summary>
    Task<IReadOnlyList<ContentVersion>> ListAsync(int tenant, ContentQuery query, CancellationToken cancellationToken);

    /// <summary>All versions of a content, the newest first.</summary>
    Task<IReadOnlyList<ContentVersion>> VersionsAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a draft: over the newest version while that is one, else as the next version. What says the same as the newest
    /// version changes nothing.
    /// </summary>
    /// <returns>The newest version then; null, and nothing written, while the newest is under review.</returns>
    Task<ContentVersion?> WriteAsync(
        int tenant,
        ContentItem item,
        ContentChange change,
        CancellationToken cancellationToken
    );

    /// <summary>Takes a step with a version, and remembers who took it.</summary>
    /// <returns>The version then; null where there is none, or the step cannot be taken from where it stands.</returns>
    Task<ContentVersion?> MoveAsync(
        int tenant,
        string id,
        int version,
        ContentChange change,
        CancellationToken cancellationToken
    );

    /// <summary>What was done with a content, the latest first; at most 1,000 lines.</summary>
    Task<IReadOnlyList<ContentMove>> MovesAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>Whether a version of any content names a file.</summary>
    Task<bool> NamesFileAsync(int tenant, string file, CancellationToken cancellationToken);
}
