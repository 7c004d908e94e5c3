namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Where it is kept what we changed in WeCom's records.</summary>
public interface IOwnChangeStore
{
    /// <summary>Writes changes down; one that is known has the later time from then on.</summary>
    /// <param name="tenant">Whose records.</param>
    /// <param name="changes">At most 1,000.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written.</param>
    Task NoteAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken);

    /// <summary>Forgets changes that WeCom did not make.</summary>
    Task ForgetAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken);

    /// <summary>The changes about some customers, of all members of staff, since a time.</summary>
    /// <param name="tenant">Whose records.</param>
    /// <param name="customers">The customers or groups; at most 1,000.</param>
    /// <param name="since">The earliest time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<OwnChange>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> customers,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );

    /// <summary>How many changes of a kind have a value since a time, for example the groups that went to one owner today.</summary>
    Task<int> CountAsync(
        int tenant,
        OwnChangeKind kind,
        string value,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets what is older.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
