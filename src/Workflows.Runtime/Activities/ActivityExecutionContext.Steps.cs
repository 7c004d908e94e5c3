using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Activities;

/// <content>What an activity may do.</content>
public sealed partial class ActivityExecutionContext
{
    /// <summary>Completes the activity. Its waiting children are cancelled, its bookmarks removed.</summary>
    /// <param name="result">The result or the <see cref="Outcomes"/>; null means the outcome <c>Done</c>.</param>
    public ValueTask CompleteActivityAsync(object? result = null) => Advancer.CompleteAsync(this, result);

    /// <summary>Completes the activity with outcomes; connections from ports of these names are followed.</summary>
    /// <param name="outcomes">The outcome names.</param>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) =>
        Advancer.CompleteAsync(this, new Outcomes(outcomes));

    /// <summary>Completes the nearest composite: the workflow, or the workflow used as an activity this one is in.</summary>
    /// <param name="outcomes">The composite's outcomes; none means <c>Done</c>.</param>
    public ValueTask CompleteCompositeAsync(params string[] outcomes) =>
        Advancer.CompleteCompositeAsync(this, outcomes.Length == 0 ? null : new Outcomes(outcomes));

    /// <summary>Cancels the activity and everything below it.</summary>
    public ValueTask CancelActivityAsync() => Advancer.CancelAsync(this);

    /// <summary>Schedules a child behind everything that is already scheduled.</summary>
    /// <param name="activity">An activity held by a property of this one; null calls the callback at once, or completes the activity when there is none.</param>
    /// <param name="completionCallback">Called when the child has completed.</param>
    public ValueTask ScheduleActivityAsync(
        IActivity? activity,
        ActivityCompletionCallback? completionCallback = null
    ) => Advancer.ScheduleAsync(this, activity, completionCallback, null);

    /// <summary>Schedules a child behind everything that is already scheduled.</summary>
    /// <param name="activity">An activity held by a property of this one; null calls the callback at once, or completes the activity when there is none.</param>
    /// <param name="options">How.</param>
    public ValueTask ScheduleActivityAsync(IActivity? activity, ScheduleWorkOptions options) =>
        Advancer.ScheduleAsync(this, activity, options.CompletionCallback, options);

    /// <summary>Makes the activity wait.</summary>
    /// <param name="options">For what; null waits to be resumed by the bookmark's id.</param>
    public Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        var args = options ?? new CreateBookmarkArgs();
        var name = args.BookmarkName ?? Node.Activity.Type;
        Guid? hash =
            args.IncludeActivityInstanceId || (args.DueAt is not null && args.Stimulus is null)
                ? null
                : StimulusHash.Of(name, args.Stimulus);
        return Advancer.Park(this, name, hash, args);
    }

    /// <summary>Makes the activity wait until it is resumed by the bookmark's id.</summary>
    /// <param name="callback">Continues the activity.</param>
    public Bookmark CreateBookmark(ExecuteActivityDelegate callback) =>
        CreateBookmark(new CreateBookmarkArgs { Callback = callback });

    /// <summary>Makes the activity wait for something.</summary>
    /// <param name="stimulus">What the bookmark matches: a text, or an object whose JSON form counts.</param>
    /// <param name="callback">Continues the activity; null completes it.</param>
    /// <param name="includeActivityInstanceId">True hides the bookmark from stimuli: it is resumed by its id only. The default is false.</param>
    public Bookmark CreateBookmark(
        object stimulus,
        ExecuteActivityDelegate? callback = null,
        bool includeActivityInstanceId = false
    ) =>
        CreateBookmark(
            new CreateBookmarkArgs
            {
                Stimulus = stimulus,
                Callback = callback,
                IncludeActivityInstanceId = includeActivityInstanceId,
            }
        );

    /// <summary>Makes the activity wait for the first of several things.</summary>
    /// <param name="stimuli">What the bookmarks match.</param>
    /// <param name="callback">Continues the activity; null completes it.</param>
    /// <param name="includeActivityInstanceId">True hides the bookmarks from stimuli.</param>
    public void CreateBookmarks(
        IEnumerable<object> stimuli,
        ExecuteActivityDelegate? callback = null,
        bool includeActivityInstanceId = false
    )
    {
        foreach (var stimulus in stimuli)
        {
            CreateBookmark(stimulus, callback, includeActivityInstanceId);
        }
    }

    /// <summary>Makes the activity wait for a while.</summary>
    /// <param name="delay">How long, from the turn's time.</param>
    /// <param name="callback">Continues the activity; null completes it.</param>
    public Bookmark DelayFor(TimeSpan delay, ExecuteActivityDelegate? callback = null) =>
        DelayUntil(Now + delay, callback);

    /// <summary>Makes the activity wait until an instant.</summary>
    /// <param name="dueAt">When; an instant in the past resumes at the next opportunity.</param>
    /// <param name="callback">Continues the activity; null completes it.</param>
    public Bookmark DelayUntil(DateTimeOffset dueAt, ExecuteActivityDelegate? callback = null) =>
        CreateBookmark(new CreateBookmarkArgs { DueAt = dueAt, Callback = callback });

    /// <summary>Removes the bookmarks of this execution.</summary>
    public void ClearBookmarks() => Advancer.RemoveBookmarks(this);
}
