namespace Workflows.Runtime.Activities;

/// <summary>What an activity waits for.</summary>
public sealed class CreateBookmarkArgs
{
    /// <summary>What the bookmark matches: a text, or an object whose JSON form counts. Null matches on the name alone.</summary>
    public object? Stimulus { get; set; }

    /// <summary>What readers see of the bookmark; null shows the stimulus.</summary>
    public object? Payload { get; set; }

    /// <summary>The stimulus name; null takes the activity's type name.</summary>
    public string? BookmarkName { get; set; }

    /// <summary>Continues the activity; null completes it with <c>Done</c>.</summary>
    public ExecuteActivityDelegate? Callback { get; set; }

    /// <summary>When the bookmark resumes by itself (a timer); null waits for a stimulus only.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Whether the bookmark is gone once it has been resumed. The default is true.</summary>
    public bool AutoBurn { get; set; } = true;

    /// <summary>Whether resuming without a callback completes the activity. The default is true.</summary>
    public bool AutoComplete { get; set; } = true;

    /// <summary>
    /// Whether only this execution of the activity is meant: the bookmark then matches no stimulus and is resumed by its id. The default is true, as in Elsa;
    /// activities that wait for what happens outside set it to false.
    /// </summary>
    public bool IncludeActivityInstanceId { get; set; } = true;
}
