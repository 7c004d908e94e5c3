using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Activities;

/// <summary>One execution of an activity: what it may see and do. The parts that survive a suspension are stored with the instance.</summary>
public sealed partial class ActivityExecutionContext
{
    private static readonly object Null = new();

    private object?[]? _inputs;
    private FrameExtras? _extras;

    internal ActivityExecutionContext(
        WorkflowInstance instance,
        GraphNode node,
        ActivityExecutionContext? parent,
        int frameId
    )
    {
        Instance = instance;
        Node = node;
        Parent = parent;
        FrameId = frameId;
    }

    /// <summary>Identifies this execution within its instance.</summary>
    public string Id => FrameId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The instance it belongs to.</summary>
    public WorkflowInstance Instance { get; }

    /// <summary>The instance as Elsa's activities address it.</summary>
    public WorkflowExecutionContext WorkflowExecutionContext => new(this);

    /// <summary>The activity; shared by all runs.</summary>
    public IActivity Activity => Node.Activity;

    /// <summary>The execution that scheduled it; null for the workflow itself.</summary>
    public ActivityExecutionContext? ParentActivityExecutionContext => Parent;

    /// <summary>Where it stands.</summary>
    public ActivityStatus Status { get; internal set; }

    /// <summary>Whether it is over.</summary>
    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    /// <summary>A value the scheduling activity gave it.</summary>
    public object? Tag => _extras?.Tag;

    /// <summary>How often it failed and was tried again.</summary>
    public int Attempt { get; internal set; }

    /// <summary>Whether a retryable failure now would be tried again, rather than become an incident.</summary>
    public bool MayTryAgain => Node.Retry?.DelayBefore(Attempt) is not null;

    /// <summary>The turn's time. Every execution of a burst sees the same.</summary>
    public DateTimeOffset Now => Burst.Turn.Now;

    /// <summary>What the instance is about, as loaded for this turn; null for none.</summary>
    public object? Subject => Burst.Turn.Subject;

    /// <summary>Stops the turn.</summary>
    public CancellationToken CancellationToken => Burst.Turn.CancellationToken;

    /// <summary>Input of the workflow in this burst; empty after a suspension unless the resume brought its own.</summary>
    public IReadOnlyDictionary<string, object?> WorkflowInput => Burst.Input ?? NoInput.Values;

    /// <summary>The payload of the stimulus that started or resumed the instance in this burst; null for none.</summary>
    public object? StimulusPayload => Burst.StimulusPayload;

    /// <summary>Notes for whoever reads the journal; they go with the next journal entry of this execution.</summary>
    public IDictionary<string, object?> JournalData =>
        Extras.JournalData ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    internal GraphNode Node { get; }

    internal ActivityExecutionContext? Parent { get; }

    internal int FrameId { get; }

    internal ActivityCompletionCallback? Callback { get; set; }

    internal object?[]? Variables { get; set; }

    internal int[]? Flow { get; set; }

    internal bool IsCompleting { get; set; }

    /// <summary>Whether a join went on without it while it was scheduled: it runs, but it does not wait.</summary>
    internal bool MayNotWait { get; set; }

    /// <summary>Whether a loop of a flowchart brought it here.</summary>
    internal bool CameBack { get; set; }

    internal Burst Burst =>
        Instance.Current ?? throw new InvalidOperationException("The context is used outside a burst of its instance.");

    internal FrameExtras Extras => _extras ??= new FrameExtras();

    internal FrameExtras? ExtrasOrNull
    {
        get => _extras;
        set => _extras = value;
    }

    /// <summary>A service of the host.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <exception cref="InvalidOperationException">The host has no such service.</exception>
    public T GetRequiredService<T>()
        where T : notnull =>
        GetService<T>() ?? throw new InvalidOperationException($"The host offers no {typeof(T).Name} to activities.");

    /// <summary>A service of the host; null when it has none.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    public T? GetService<T>()
        where T : notnull => (T?)Burst.Services?.GetService(typeof(T));

    /// <summary>Whether the instance was started at this activity.</summary>
    public bool IsTriggerOfWorkflow() =>
        Burst.TriggerActivityId is { } trigger && string.Equals(trigger, Node.ActivityId, StringComparison.Ordinal);

    /// <summary>Asks for something to be done outside; it is done if, and only if, the turn commits.</summary>
    /// <param name="effect">What; its key is usually <see cref="EffectKey"/>.</param>
    public void Emit(Effect effect) => Burst.Emit(effect);

    /// <summary>The key of an effect of this execution: the same whenever the turn is repeated, different for every execution.</summary>
    /// <param name="suffix">Tells several effects of one execution apart.</param>
    public string EffectKey(string? suffix = null)
    {
        var graph = Instance.Graph;
        var key = $"{graph.DefinitionId}:{graph.Version}:{Instance.Id:N}:{Node.ActivityId}:{FrameId}";
        return suffix is null ? key : $"{key}:{suffix}";
    }

    /// <summary>Writes a line to the burst's text output.</summary>
    /// <param name="text">The line.</param>
    public void WriteLine(string text) => Burst.WriteLine(text);

    /// <summary>A property of this execution; survives suspensions.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    public T? GetProperty<T>(string name) =>
        _extras?.Properties is { } properties && properties.TryGetValue(name, out var value) && value is T typed
            ? typed
            : default;

    /// <summary>Sets a property of this execution.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A text, number, truth value, time, id, or a list or dictionary of such.</param>
    public void SetProperty(string name, object? value) =>
        (Extras.Properties ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;

    internal object? EvaluateInput(Input input)
    {
        if (input.Evaluator is not { } evaluator)
        {
            return null;
        }
        if (input.Index < 0)
        {
            return evaluator.Evaluate(this);
        }
        var inputs = _inputs ??= new object?[Node.Inputs.Length];
        var known = inputs[input.Index];
        if (known is null)
        {
            inputs[input.Index] = known = evaluator.Evaluate(this) ?? Null;
        }
        return ReferenceEquals(known, Null) ? null : known;
    }

    internal void ForgetInputs() => _inputs = null;

    /// <summary>The outcomes a script chose; null when it chose none.</summary>
    internal Outcomes? TakeOutcomes()
    {
        var outcomes = _extras?.Outcomes;
        if (outcomes is not null)
        {
            _extras!.Outcomes = null;
        }
        return outcomes;
    }

    /// <summary>What was evaluated and handed out since the last call.</summary>
    internal JournalValues? TakeValues()
    {
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < (_inputs?.Length ?? 0); index++)
        {
            var input = Node.Inputs[index];
            if (_inputs![index] is { } value && Node.Log.IncludesInput(input.Name))
            {
                inputs[input.Name] =
                    input.IsSensitive ? JournalValue.Masked
                    : ReferenceEquals(value, Null) ? null
                    : JournalValue.Of(value);
            }
        }
        var outputs = _extras?.Outputs;
        if (outputs is not null)
        {
            _extras!.Outputs = null;
        }
        return inputs.Count == 0 && outputs is null ? null : new JournalValues(inputs, outputs ?? NoInput.Values);
    }

    internal Dictionary<string, object?>? TakeJournalData()
    {
        if (_extras?.JournalData is not { } data)
        {
            return null;
        }
        _extras.JournalData = null;
        return data;
    }
}
