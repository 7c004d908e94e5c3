namespace Workflows.Runtime.Execution;

/// <summary>Where a workflow stands between two bursts, in its stored form.</summary>
public sealed class WorkflowState
{
    internal WorkflowState(WorkflowInstance instance, byte[] data)
    {
        Id = instance.Id.ToString("N");
        DefinitionId = instance.Graph.DefinitionId;
        DefinitionVersion = instance.Graph.Version;
        CorrelationId = instance.CorrelationId;
        Status = instance.Status;
        SubStatus = instance.SubStatus;
        Bookmarks = [.. instance.Bookmarks];
        Incidents = [.. instance.Incidents];
        Output = instance.Outputs;
        Data = data;
    }

    /// <summary>The instance.</summary>
    public string Id { get; }

    /// <summary>The workflow it runs.</summary>
    public string DefinitionId { get; }

    /// <summary>The version it runs.</summary>
    public int DefinitionVersion { get; }

    /// <summary>The id that correlated stimuli find it by.</summary>
    public string? CorrelationId { get; }

    /// <summary>Whether it still lives.</summary>
    public WorkflowStatus Status { get; }

    /// <summary>How it lives or ended.</summary>
    public WorkflowSubStatus SubStatus { get; }

    /// <summary>Where it waits.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<Incident> Incidents { get; }

    /// <summary>The workflow's outputs so far.</summary>
    public IReadOnlyDictionary<string, object?> Output { get; }

    internal byte[] Data { get; }
}
