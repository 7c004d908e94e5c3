using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Journal;

/// <summary>What the journal says about one execution so far.</summary>
internal sealed class ExecutionTrace
{
    private readonly int _frameId;
    private readonly ExecutionTrace? _scheduler;
    private readonly DateTimeOffset _startedAt;
    private readonly Dictionary<string, object?> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _outputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _payload = new(StringComparer.Ordinal);
    private readonly int _depth;
    private DateTimeOffset? _endedAt;
    private ActivityStatus _status = ActivityStatus.Running;

    public ExecutionTrace(GraphNode node, JournalEntry first, ExecutionTrace? scheduler, DateTimeOffset at)
    {
        Node = node;
        ParentFrameId = first.ParentFrameId;
        _frameId = first.FrameId;
        _scheduler = scheduler;
        _depth = scheduler is null ? 0 : scheduler._depth + 1;
        _startedAt = at;
    }

    public GraphNode Node { get; }

    public int ParentFrameId { get; }

    /// <summary>By place among its children: the execution that ended last.</summary>
    public Dictionary<int, ExecutionTrace> LastEnded { get; } = [];

    public int EndSequence { get; private set; }

    public int Faults { get; set; }

    public ActivityFailure? Failure { get; set; }

    public static ExecutionTrace OfWorkflow(WorkflowInstance instance)
    {
        var root = new JournalEntry(0, JournalEvent.Started, 0, FrameId: 1, ParentFrameId: 0);
        return new ExecutionTrace(instance.Graph.Root, root, null, instance.CreatedAt)
        {
            _endedAt = instance.FinishedAt,
            _status = instance.SubStatus switch
            {
                WorkflowSubStatus.Finished => ActivityStatus.Completed,
                WorkflowSubStatus.Cancelled => ActivityStatus.Canceled,
                WorkflowSubStatus.Faulted => ActivityStatus.Faulted,
                _ => ActivityStatus.Running,
            },
        };
    }

    public void Add(JournalEntry entry, DateTimeOffset at, ExecutionTrace? parent)
    {
        switch (entry.Event)
        {
            case JournalEvent.Completed:
                End(ActivityStatus.Completed, entry, at, parent);
                break;
            case JournalEvent.Canceled:
                End(ActivityStatus.Canceled, entry, at, parent);
                break;
            case JournalEvent.Faulted:
                End(ActivityStatus.Faulted, entry, at, parent);
                break;
        }
        foreach (var (name, value) in entry.Data ?? NoInput.Values)
        {
            _payload[name] = value;
        }
        if (entry.Outcomes is { } outcomes)
        {
            _payload["Outcomes"] = outcomes.Names;
        }
        Merge(entry.Values);
    }

    public ActivityExecution ToExecution(WorkflowInstance instance) =>
        new()
        {
            Id = IdIn(instance),
            WorkflowInstanceId = instance.Id.ToString("N"),
            ActivityId = Node.ActivityId,
            ActivityNodeId = Node.Path,
            ActivityType = Node.ActivityType,
            ActivityTypeVersion = Node.Activity.Version,
            ActivityName = Node.ActivityName,
            ActivityState = State(),
            Payload = _payload,
            Outputs = _frameId == 1 ? instance.Outputs : _outputs,
            Exception = Failure,
            StartedAt = _startedAt,
            CompletedAt = _endedAt,
            HasBookmarks = instance.Bookmarks.Any(bookmark => bookmark.FrameId == _frameId),
            Status = _status,
            AggregateFaultCount = Faults,
            SchedulingActivityExecutionId = _scheduler?.IdIn(instance),
            SchedulingActivityId = _scheduler?.Node.ActivityId,
            CallStackDepth = _depth,
        };

    private string IdIn(WorkflowInstance instance) => new ActivityExecutionId(instance.Id, _frameId).ToString();

    private void End(ActivityStatus status, JournalEntry entry, DateTimeOffset at, ExecutionTrace? parent)
    {
        _status = status;
        _endedAt = at;
        EndSequence = entry.Sequence;
        if (parent is not null)
        {
            parent.LastEnded[Node.Ordinal] = this;
        }
    }

    private void Merge(JournalValues? values)
    {
        foreach (var (name, value) in values?.Inputs ?? NoInput.Values)
        {
            _inputs[name] = value;
        }
        foreach (var (name, value) in values?.Outputs ?? NoInput.Values)
        {
            _outputs[name] = value;
        }
    }

    /// <summary>What the definition says goes without saying in the journal.</summary>
    private Dictionary<string, object?> State()
    {
        var state = Node.ConstantInputs();
        foreach (var (name, value) in _inputs)
        {
            state[name] = value;
        }
        return state;
    }
}
