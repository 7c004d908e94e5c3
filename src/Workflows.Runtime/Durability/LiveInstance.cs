using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>An instance in a batch, and what it was when the batch began.</summary>
internal sealed class LiveInstance(WorkflowInstance instance)
{
    // Nobody finds the bookmarks of an instance that is over; if it is brought back to life they are new.
    private readonly Bookmark[] _loadedBookmarks =
        instance.Revision == 0 || instance.Status == WorkflowStatus.Finished ? [] : [.. instance.Bookmarks];
    private readonly bool _wasOver = instance.Revision > 0 && instance.Status == WorkflowStatus.Finished;
    private readonly int _loadedRevision = instance.Revision;

    public WorkflowInstance Instance { get; } = instance;

    public bool IsChanged => Instance.Revision != _loadedRevision;

    public bool IsRunning => Instance.Status == WorkflowStatus.Running;

    public InstanceChange ToChange(int tenant) =>
        InstanceChange.Between(tenant, Instance, _loadedRevision, _loadedBookmarks) with
        {
            WasOver = _wasOver,
        };
}
