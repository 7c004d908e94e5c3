namespace Workflows.Runtime.Execution;

/// <summary>What a new instance starts with.</summary>
public sealed record StartOptions
{
    /// <summary>The new instance's id: made by the caller, a version 7 of the turn's time in production.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>What the instance is about (a contact); <see cref="Guid.Empty"/> makes the instance its own subject.</summary>
    public Guid Subject { get; init; }

    /// <summary>Input of the workflow; gone after the first burst, as in Elsa.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }

    /// <summary>The id that correlated stimuli find the instance by.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The instance's name.</summary>
    public string? Name { get; init; }

    /// <summary>The activity to start at; null lets the flowchart choose.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The payload of the stimulus that started it.</summary>
    public object? StimulusPayload { get; init; }

    /// <summary>Whom it reports to; null for nobody.</summary>
    public ParentLink? Parent { get; init; }
}
