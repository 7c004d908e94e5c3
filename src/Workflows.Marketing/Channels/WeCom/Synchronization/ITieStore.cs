namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Where ties are kept.</summary>
public interface ITieStore
{
    /// <summary>The known ties of one owner to some customers, lost ones included.</summary>
    Task<IReadOnlyList<Tie>> FindAsync(
        int tenant,
        TieKind kind,
        string owner,
        IReadOnlyCollection<string> customers,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps ties; one that is older than what is known changes nothing.</summary>
    /// <param name="tenant">Whose ties.</param>
    /// <param name="ties">Each owner and customer once; at most 1,000.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is kept.</param>
    Task SaveAsync(int tenant, IReadOnlyList<Tie> ties, CancellationToken cancellationToken);

    /// <summary>A page of an owner's ties that are not lost, and that a run has not seen although it should have.</summary>
    /// <param name="tenant">Whose ties.</param>
    /// <param name="kind">What ties.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="run">The run: those it has seen are left out, and those that began when it was about to begin.</param>
    /// <param name="after">The last customer of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Tie>> ListUnseenAsync(
        int tenant,
        TieKind kind,
        string owner,
        SyncRun run,
        string? after,
        int count,
        CancellationToken cancellationToken
    );
}
