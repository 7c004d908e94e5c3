using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>What a batch did to one instance, net: however many turns it took, the instance is written once.</summary>
public sealed record InstanceChange
{
    /// <summary>The tenant the instance belongs to.</summary>
    public required int Tenant { get; init; }

    /// <summary>The instance after its last turn.</summary>
    public required WorkflowInstance Instance { get; init; }

    /// <summary>The revision it was loaded at; the commit is refused if it is no longer that. 0 for a new instance.</summary>
    public required int LoadedRevision { get; init; }

    /// <summary>Whether it was over when it was loaded: an operator brought it back to life.</summary>
    public bool WasOver { get; init; }

    /// <summary>Stimuli it did not wait for before.</summary>
    public IReadOnlyCollection<Guid> AddedHashes { get; init; } = [];

    /// <summary>Stimuli it no longer waits for.</summary>
    public IReadOnlyCollection<Guid> RemovedHashes { get; init; } = [];

    /// <summary>Bookmarks with a due time it did not have before.</summary>
    public IReadOnlyCollection<Bookmark> AddedTimers { get; init; } = [];

    /// <summary>Bookmarks with a due time that it no longer has.</summary>
    public IReadOnlyCollection<Bookmark> RemovedTimers { get; init; } = [];

    /// <summary>Whether this cancels the instance: what it still has on its way is taken back with it.</summary>
    public bool IsCancellation => Instance.SubStatus == WorkflowSubStatus.Cancelled;

    /// <summary>Compares an instance with what it was waiting for when it was loaded.</summary>
    /// <param name="tenant">The tenant the instance belongs to.</param>
    /// <param name="instance">The instance after its last turn.</param>
    /// <param name="loadedRevision">The revision it was loaded at; 0 for a new instance.</param>
    /// <param name="loadedBookmarks">Where it waited then.</param>
    public static InstanceChange Between(
        int tenant,
        WorkflowInstance instance,
        int loadedRevision,
        IReadOnlyList<Bookmark> loadedBookmarks
    )
    {
        ArgumentNullException.ThrowIfNull(instance);

        // A faulted instance keeps its bookmarks for the operator to see, but nothing can resume them.
        IReadOnlyList<Bookmark> bookmarks = instance.Status == WorkflowStatus.Running ? instance.Bookmarks : [];
        return new InstanceChange
        {
            Tenant = tenant,
            Instance = instance,
            LoadedRevision = loadedRevision,
            AddedHashes = HashesOnlyIn(bookmarks, loadedBookmarks),
            RemovedHashes = HashesOnlyIn(loadedBookmarks, bookmarks),
            AddedTimers = TimersOnlyIn(bookmarks, loadedBookmarks),
            RemovedTimers = TimersOnlyIn(loadedBookmarks, bookmarks),
        };
    }

    /// <summary>The work item that wakes the instance when a bookmark is due.</summary>
    public WorkItem TimerOf(Bookmark bookmark)
    {
        ArgumentNullException.ThrowIfNull(bookmark);
        return new WorkItem
        {
            Tenant = Tenant,
            Subject = Instance.Subject,
            Kind = WorkKind.Timer,
            DueAt = bookmark.DueAt!.Value,
            InstanceId = Instance.Id,
            BookmarkId = bookmark.Id,
        };
    }

    private static List<Guid> HashesOnlyIn(IReadOnlyList<Bookmark> these, IReadOnlyList<Bookmark> those)
    {
        var only = new List<Guid>(0);
        foreach (var bookmark in these)
        {
            if (bookmark.Hash is { } hash && !only.Contains(hash) && !those.Any(other => other.Hash == hash))
            {
                only.Add(hash);
            }
        }

        return only;
    }

    private static List<Bookmark> TimersOnlyIn(IReadOnlyList<Bookmark> these, IReadOnlyList<Bookmark> those)
    {
        var only = new List<Bookmark>(0);
        foreach (var bookmark in these)
        {
            if (bookmark.DueAt is not null && !those.Any(other => other.Id == bookmark.Id))
            {
                only.Add(bookmark);
            }
        }

        return only;
    }
}
