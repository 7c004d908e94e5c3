using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Execution;

/// <summary>
/// The engine's decisions: what follows from what an activity did. It reads and changes the state of one instance and nothing else:
/// no clock, no store, no chance, so the same state and the same answer always lead to the same next state.
/// </summary>
internal static class Advancer
{
    /// <summary>The bookmark name of a retry timer.</summary>
    public const string RetryName = "Workflows.Retry";

    public static ActivityExecutionContext Schedule(
        WorkflowInstance instance,
        GraphNode node,
        ActivityExecutionContext? parent,
        ActivityCompletionCallback? callback
    )
    {
        var frame = new ActivityExecutionContext(instance, node, parent, ++instance.LastFrameId)
        {
            Callback = callback,
        };
        instance.Frames.Add(frame);
        instance.Current!.Ready.Enqueue(frame);
        return frame;
    }

    public static ValueTask ScheduleAsync(
        ActivityExecutionContext owner,
        IActivity? activity,
        ActivityCompletionCallback? callback,
        ScheduleWorkOptions? options
    )
    {
        if (activity is null)
        {
            return callback is null ? CompleteAsync(owner, null) : callback(new ActivityCompletedContext(owner, owner));
        }
        if (activity is not Activity { Node: { } node })
        {
            throw new InvalidOperationException(
                $"'{owner.Node.ActivityId}' scheduled an activity that is not part of the workflow: hold it in a property."
            );
        }
        var frame = Schedule(owner.Instance, node, owner, callback);
        if (options is not null)
        {
            Equip(frame, options);
        }
        return default;
    }

    public static ValueTask CompleteAsync(ActivityExecutionContext frame, object? result)
    {
        if (frame.Status != ActivityStatus.Running || frame.IsCompleting)
        {
            return default;
        }
        frame.IsCompleting = true;
        EndChildren(frame);
        frame.Node.Activity.OnCompleting(frame);
        var outcomes = result as Outcomes;
        frame.Status = ActivityStatus.Completed;
        frame.Burst.Log(frame, JournalEvent.Completed, outcomes);
        RemoveBookmarks(frame);
        var frames = frame.Instance.Frames;
        frames.RemoveAt(frames.LastIndexOf(frame));
        return frame is { Callback: { } callback, Parent: { Status: ActivityStatus.Running } parent }
            ? callback(new ActivityCompletedContext(parent, frame, result))
            : default;
    }

    public static ValueTask CompleteCompositeAsync(ActivityExecutionContext frame, Outcomes? outcomes)
    {
        for (var ancestor = frame.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor.Node.Activity is Composite)
            {
                return CompleteAsync(ancestor, outcomes);
            }
        }
        return default;
    }

    /// <summary>Cancels an execution and everything below it; its flowchart then counts its connections as not followed.</summary>
    public static ValueTask CancelAsync(ActivityExecutionContext frame)
    {
        Cancel(frame);
        return
            frame.Parent
                is {
                    Status: ActivityStatus.Running,
                    IsCompleting: false,
                    Node.Activity: Activities.Flow.Flowchart
                } parent
            ? FlowAdvancer.ChildCanceledAsync(parent, frame)
            : default;
    }

    public static Bookmark Park(ActivityExecutionContext frame, string name, Guid? hash, CreateBookmarkArgs args)
    {
        var instance = frame.Instance;
        var bookmark = new Bookmark(
            ++instance.LastBookmarkId,
            name,
            frame.Node.ActivityId,
            frame.Node.Index,
            frame.FrameId,
            hash,
            args.DueAt,
            args.Payload ?? args.Stimulus,
            args.Callback?.Method.Name,
            args.AutoBurn,
            args.AutoComplete,
            frame.Now
        );
        frame.Burst.Add(bookmark);
        return bookmark;
    }

    public static void RemoveBookmarks(ActivityExecutionContext frame)
    {
        var bookmarks = frame.Instance.BookmarkList;
        for (var index = bookmarks.Count - 1; index >= 0; index--)
        {
            if (bookmarks[index].FrameId == frame.FrameId)
            {
                frame.Burst.Remove(bookmarks[index]);
            }
        }
    }

    public static bool IsWaiting(ActivityExecutionContext frame)
    {
        foreach (var bookmark in frame.Instance.BookmarkList)
        {
            if (bookmark.FrameId == frame.FrameId)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Leaves the nearest loop: it is complete, whatever of it still waits.</summary>
    public static async ValueTask BreakAsync(ActivityExecutionContext frame)
    {
        for (var ancestor = frame.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor.Node.Activity is ILoop)
            {
                frame.Callback = null;
                await CompleteAsync(frame, null);
                await CompleteAsync(ancestor, null);
                return;
            }
        }
        await CompleteAsync(frame, null);
    }

    /// <summary>A step failed: try again later, or keep an incident and do what the workflow's strategy says.</summary>
    public static void Fail(ActivityExecutionContext frame, string code, string message, bool isRetryable = true)
    {
        var burst = frame.Burst;
        if (
            isRetryable
            && frame.Node.Retry?.DelayBefore(frame.Attempt) is { } delay
            && frame.Status == ActivityStatus.Running
        )
        {
            frame.Attempt++;
            RemoveBookmarks(frame);
            frame.JournalData["error"] = message;
            frame.JournalData["retryAfter"] = delay.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
            burst.Log(frame, JournalEvent.Retrying);
            Park(
                frame,
                RetryName,
                null,
                new CreateBookmarkArgs { DueAt = burst.Turn.Now + delay, AutoComplete = false }
            );
            return;
        }
        if (frame.Status == ActivityStatus.Running)
        {
            frame.Status = ActivityStatus.Faulted;
        }
        var instance = frame.Instance;
        (instance.IncidentList ??= []).Add(
            new Incident(frame.Node.ActivityId, frame.Node.Index, frame.FrameId, code, message, burst.Turn.Now)
        );
        frame.JournalData["error"] = message;
        burst.Log(frame, JournalEvent.Faulted);
        if (instance.Graph.IncidentStrategy == IncidentStrategy.Fault)
        {
            burst.HasFaulted = true;
        }
    }

    /// <summary>Ends everything at once: nothing that was scheduled runs, nothing that waits goes on.</summary>
    /// <summary>Has the journal say of whatever waits or runs why it is given up.</summary>
    public static void TellWhy(Burst burst, string reason)
    {
        var frames = burst.Instance.Frames;
        foreach (var frame in frames.Where(frame => !frames.Exists(other => other.Parent == frame)))
        {
            frame.JournalData["reason"] = reason;
            burst.Log(frame, JournalEvent.Canceled);
        }
    }

    public static void Abandon(WorkflowInstance instance)
    {
        var burst = instance.Current!;
        burst.Ready.Clear();
        for (var index = instance.BookmarkList.Count - 1; index >= 0; index--)
        {
            burst.Remove(instance.BookmarkList[index]);
        }
        foreach (var frame in instance.Frames)
        {
            frame.Status = ActivityStatus.Canceled;
        }
        instance.Frames.Clear();
    }

    public static void Cancel(ActivityExecutionContext frame)
    {
        if (frame.Status is not (ActivityStatus.Running or ActivityStatus.Faulted) || frame.IsCompleting)
        {
            return;
        }
        frame.IsCompleting = true;
        EndChildren(frame);
        frame.Status = ActivityStatus.Canceled;
        RemoveBookmarks(frame);
        frame.Burst.Log(frame, JournalEvent.Canceled);
        frame.Instance.Frames.Remove(frame);
    }

    /// <summary>Takes an execution that has not started off the queue: it never runs.</summary>
    public static void Unschedule(ActivityExecutionContext frame)
    {
        frame.Status = ActivityStatus.Canceled;
        frame.Instance.Frames.Remove(frame);
    }

    /// <summary>Children that started are cancelled; those still in the queue run, but nobody follows them.</summary>
    private static void EndChildren(ActivityExecutionContext frame)
    {
        if (!frame.Node.IsContainer)
        {
            return;
        }
        var frames = frame.Instance.Frames;
        for (var index = frames.Count - 1; index >= 0; index--)
        {
            if (index >= frames.Count || !ReferenceEquals(frames[index].Parent, frame))
            {
                continue;
            }
            if (frames[index].Status == ActivityStatus.Pending)
            {
                frames[index].Callback = null;
            }
            else
            {
                Cancel(frames[index]);
            }
        }
    }

    private static void Equip(ActivityExecutionContext frame, ScheduleWorkOptions options)
    {
        if (options.Tag is not null)
        {
            frame.Extras.Tag = options.Tag;
        }
        if (options.Variables is { Count: > 0 } variables)
        {
            frame.Extras.DynamicVariables =
            [
                .. variables.Select(variable => new DynamicVariable(variable.Name, variable.Value)),
            ];
        }
    }
}
