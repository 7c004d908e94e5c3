using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Alterations;

/// <summary>Changes an instance within a burst. What does not apply any more, because the instance went on meanwhile, changes nothing.</summary>
internal static class InstanceAlterer
{
    public static async ValueTask ApplyAsync(Burst burst, IReadOnlyList<Alteration> alterations)
    {
        foreach (var alteration in alterations)
        {
            await ApplyAsync(burst, alteration);
        }
        var instance = burst.Instance;
        burst.HasFaulted =
            instance.Status == WorkflowStatus.Running
            && instance.Graph.IncidentStrategy == IncidentStrategy.Fault
            && instance.Frames.Exists(frame => frame.Status == ActivityStatus.Faulted);
    }

    private static ValueTask ApplyAsync(Burst burst, Alteration alteration)
    {
        var instance = burst.Instance;
        switch (alteration)
        {
            case Alteration.SetVariable change when instance.Frames.Count > 0:
                SetVariable(burst, change);
                return default;
            case Alteration.RunActivity run:
                Run(burst, run.ActivityId);
                return default;
            case Alteration.RetryFailed:
                Retry(burst, instance.Frames.FindAll(IsFailed));
                return default;
            case Alteration.CancelActivity cancel when instance.Status == WorkflowStatus.Running:
                return CancelAsync(burst, cancel.ActivityId);
            default:
                return default;
        }
    }

    private static void SetVariable(Burst burst, Alteration.SetVariable change)
    {
        var instance = burst.Instance;
        foreach (var variable in instance.Graph.Root.Variables)
        {
            if (Same(variable.Id, change.Variable) || Same(variable.Name, change.Variable))
            {
                instance.RootVariables[variable.Slot] = Coerce.To(change.Value, variable.DeclaredType);
                Note(burst, instance.Frames[^1], "variable", variable.Name);
                return;
            }
        }
    }

    private static void Run(Burst burst, string activityId)
    {
        var instance = burst.Instance;
        var failed = instance.Frames.FindAll(frame => IsFailed(frame) && Same(frame.Node.ActivityId, activityId));
        if (failed.Count > 0)
        {
            Retry(burst, failed);
        }
        else if (
            instance.Status == WorkflowStatus.Running
            && instance.Graph.Find(activityId) is { Parent: { } container } node
            && instance.Frames.FindLast(frame => frame.Node == container && frame.Status == ActivityStatus.Running)
                is { } owner
        )
        {
            Advancer.Schedule(instance, node, owner, owner.Node.Activity.ChildCallback);
            burst.IsAltered = true;
        }
    }

    private static void Retry(Burst burst, List<ActivityExecutionContext> failed)
    {
        var instance = burst.Instance;
        if (failed.Count == 0 || (instance.Status == WorkflowStatus.Finished && !WasFaulted(burst)))
        {
            return;
        }
        instance.Status = WorkflowStatus.Running;
        instance.FinishedAt = null;
        foreach (var frame in failed)
        {
            instance.IncidentList?.RemoveAll(incident => incident.FrameId == frame.FrameId);
            frame.Status = ActivityStatus.Pending;
            frame.Attempt = 0;
            frame.ForgetInputs();
            burst.Ready.Enqueue(frame);
        }
        burst.IsAltered = true;
    }

    private static async ValueTask CancelAsync(Burst burst, string activityId)
    {
        var instance = burst.Instance;
        foreach (
            var frame in instance.Frames.FindAll(frame =>
                frame.Status is ActivityStatus.Running or ActivityStatus.Faulted
                && Same(frame.Node.ActivityId, activityId)
            )
        )
        {
            instance.IncidentList?.RemoveAll(incident => incident.FrameId == frame.FrameId);
            await Advancer.CancelAsync(frame);
            burst.IsAltered = true;
        }
    }

    private static void Note(Burst burst, ActivityExecutionContext frame, string what, string name)
    {
        frame.JournalData["altered"] = what;
        frame.JournalData["name"] = name;
        burst.Log(frame, JournalEvent.Altered);
        burst.IsAltered = true;
    }

    /// <summary>A container that failed has children of its own to care for; only what is inside it can be run again.</summary>
    private static bool IsFailed(ActivityExecutionContext frame) =>
        frame.Status == ActivityStatus.Faulted
        && !frame.Instance.Frames.Exists(other => ReferenceEquals(other.Parent, frame));

    private static bool WasFaulted(Burst burst) => burst.PreviousSubStatus == WorkflowSubStatus.Faulted;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
