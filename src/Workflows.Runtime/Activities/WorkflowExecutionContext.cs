using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities;

/// <summary>What an activity may see and change of the instance it belongs to. The names are Elsa's.</summary>
public sealed class WorkflowExecutionContext
{
    private readonly ActivityExecutionContext _activity;

    internal WorkflowExecutionContext(ActivityExecutionContext activity) => _activity = activity;

    /// <summary>The instance, as 32 hexadecimal digits.</summary>
    public string Id => Instance.Id.ToString("N");

    /// <summary>The id that correlated stimuli find the instance by.</summary>
    public string? CorrelationId
    {
        get => Instance.CorrelationId;
        set => Instance.CorrelationId = value;
    }

    /// <summary>The instance's name.</summary>
    public string? Name
    {
        get => Instance.Name;
        set => Instance.Name = value;
    }

    /// <summary>Input of the workflow in this burst.</summary>
    public IReadOnlyDictionary<string, object?> Input => _activity.WorkflowInput;

    /// <summary>The workflow's outputs so far; see <see cref="SetOutput"/>.</summary>
    public IReadOnlyDictionary<string, object?> Output => Instance.Outputs;

    /// <summary>How the instance lives.</summary>
    public WorkflowSubStatus SubStatus => Instance.SubStatus;

    /// <summary>Stops the turn.</summary>
    public CancellationToken CancellationToken => _activity.CancellationToken;

    private WorkflowInstance Instance => _activity.Instance;

    /// <summary>Sets an output of the workflow.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void SetOutput(string name, object? value) => Instance.SetOutput(name, value);
}
