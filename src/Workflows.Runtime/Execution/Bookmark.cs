namespace Workflows.Runtime.Execution;

/// <summary>A place where an instance waits.</summary>
/// <param name="Id">Identifies the bookmark within its instance; never used twice.</param>
/// <param name="Name">The stimulus name, by default the type of the waiting activity.</param>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="NodeId">Its node in the graph.</param>
/// <param name="FrameId">Which execution of it waits.</param>
/// <param name="Hash">The stimulus it waits for; null when it is resumed by id or by time only.</param>
/// <param name="DueAt">When it resumes by itself; null when it does not.</param>
/// <param name="Payload">What it waits for, readable.</param>
/// <param name="Callback">The activity's method that continues; null completes the activity.</param>
/// <param name="AutoBurn">Whether it is gone once resumed.</param>
/// <param name="AutoComplete">Whether resuming without callback completes the activity.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record Bookmark(
    int Id,
    string Name,
    string ActivityId,
    int NodeId,
    int FrameId,
    Guid? Hash,
    DateTimeOffset? DueAt,
    object? Payload,
    string? Callback,
    bool AutoBurn,
    bool AutoComplete,
    DateTimeOffset CreatedAt
);
