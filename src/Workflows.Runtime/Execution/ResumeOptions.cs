namespace Workflows.Runtime.Execution;

/// <summary>What a resumed instance is given.</summary>
public sealed record ResumeOptions
{
    /// <summary>Nothing.</summary>
    public static ResumeOptions None { get; } = new();

    /// <summary>Input of the workflow for this burst.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }

    /// <summary>The payload of the stimulus.</summary>
    public object? StimulusPayload { get; init; }
}
