namespace Workflows.Runtime.Execution;

/// <summary>What a run of <see cref="IWorkflowRunner"/> is given.</summary>
public sealed class RunWorkflowOptions
{
    /// <summary>The new instance's id as text; null makes one.</summary>
    public string? WorkflowInstanceId { get; set; }

    /// <summary>The new instance's correlation id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The activity to start at; null lets the workflow choose.</summary>
    public string? TriggerActivityId { get; set; }

    /// <summary>The bookmark to resume; null takes the first one.</summary>
    public string? BookmarkId { get; set; }

    /// <summary>Input of the workflow for this burst.</summary>
    public IDictionary<string, object>? Input { get; set; }

    /// <summary>What the stimulus carries that starts or resumes it.</summary>
    public object? StimulusPayload { get; set; }
}
