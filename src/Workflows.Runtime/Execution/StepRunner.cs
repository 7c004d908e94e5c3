using Workflows.Runtime.Activities;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Execution;

/// <summary>Calls one activity and turns what it throws into an incident. It is the only place that catches what activities throw.</summary>
internal static class StepRunner
{
    public static ValueTask StartAsync(ActivityExecutionContext frame)
    {
        frame.Status = ActivityStatus.Running;
        frame.Burst.Log(frame, JournalEvent.Started);
        Declare(frame);
        return ExecuteAsync(frame);
    }

    public static ValueTask ResumeAsync(ActivityExecutionContext frame, Bookmark bookmark)
    {
        frame.Burst.Log(frame, JournalEvent.Resumed);
        if (string.Equals(bookmark.Name, Advancer.RetryName, StringComparison.Ordinal))
        {
            return ExecuteAsync(frame);
        }
        if (bookmark.Callback is null && !bookmark.AutoComplete)
        {
            return default;
        }
        try
        {
            var task = bookmark.Callback is null
                ? Advancer.CompleteAsync(frame, null)
                : frame.Node.Callback<ExecuteActivityDelegate>(bookmark.Callback)(frame);
            return task.IsCompletedSuccessfully ? default : Guarded(task, frame);
        }
        catch (Exception exception) when (IsStepFailure(exception, frame))
        {
            return Fail(frame, exception);
        }
    }

    private static ValueTask ExecuteAsync(ActivityExecutionContext frame)
    {
        try
        {
            var activity = frame.Node.Activity;
            var task = activity.InvokeAsync(frame);
            if (!task.IsCompletedSuccessfully)
            {
                return Guarded(task, frame, activity.CompletesItself);
            }
            if (activity.CompletesItself)
            {
                task = CompleteUnlessWaiting(frame);
                if (!task.IsCompletedSuccessfully)
                {
                    return Guarded(task, frame);
                }
            }
            task = NoteSuspension(frame);
            return task.IsCompletedSuccessfully ? default : Guarded(task, frame);
        }
        catch (Exception exception) when (IsStepFailure(exception, frame))
        {
            return Fail(frame, exception);
        }
    }

    private static async ValueTask Guarded(ValueTask task, ActivityExecutionContext frame, bool completes = false)
    {
        try
        {
            await task;
            if (completes)
            {
                await CompleteUnlessWaiting(frame);
            }
            await NoteSuspension(frame);
        }
        catch (Exception exception) when (IsStepFailure(exception, frame))
        {
            await Fail(frame, exception);
        }
    }

    private static ValueTask CompleteUnlessWaiting(ActivityExecutionContext frame) =>
        frame.Status == ActivityStatus.Running && !HasScheduled(frame) && !Advancer.IsWaiting(frame)
            ? Advancer.CompleteAsync(frame, null)
            : default;

    private static bool HasScheduled(ActivityExecutionContext frame)
    {
        if (!frame.Node.IsContainer)
        {
            return false;
        }
        foreach (var other in frame.Instance.Frames)
        {
            if (ReferenceEquals(other.Parent, frame))
            {
                return true;
            }
        }
        return false;
    }

    private static ValueTask NoteSuspension(ActivityExecutionContext frame)
    {
        if (frame.Status != ActivityStatus.Running || !Advancer.IsWaiting(frame))
        {
            return default;
        }
        frame.Burst.Log(frame, JournalEvent.Suspended);
        for (var ancestor = frame; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor.MayNotWait)
            {
                return Advancer.CancelAsync(ancestor);
            }
        }
        return default;
    }

    private static void Declare(ActivityExecutionContext frame)
    {
        var variables = frame.Node.Variables;
        if (variables.Length == 0)
        {
            return;
        }
        var values = new object?[variables.Length];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = variables[slot].Value;
        }
        frame.Variables = values;
        if (frame.Parent is null)
        {
            frame.Instance.RootVariables = values;
        }
    }

    private static ValueTask Fail(ActivityExecutionContext frame, Exception exception)
    {
        var failure = StepFailure.Of(exception);
        Advancer.Fail(frame, failure.Code, failure.Message, failure.IsRetryable);
        return default;
    }

    /// <summary>A cancelled turn is not the step's failure: it leaves, nothing is committed, the turn is done again.</summary>
    private static bool IsStepFailure(Exception exception, ActivityExecutionContext frame) =>
        exception is not OperationCanceledException || !frame.CancellationToken.IsCancellationRequested;
}
