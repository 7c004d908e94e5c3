using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Execution;

/// <summary>Decides, when nothing is ready any more, whether the instance waits or is over, and tells its parent.</summary>
internal static class Settlement
{
    public static void Settle(Burst burst)
    {
        var instance = burst.Instance;
        DropOrphans(instance);
        if (burst.HasFaulted)
        {
            burst.RetireBookmarks();
            Close(burst, WorkflowSubStatus.Faulted);
        }
        else if (instance.Frames.Count == 0 || instance.Frames[0].Parent is not null)
        {
            Advancer.Abandon(instance);
            Close(burst, WorkflowSubStatus.Finished);
        }
        else
        {
            Rest(burst);
        }
        burst.DeliverLocally();
    }

    public static void End(Burst burst, WorkflowSubStatus subStatus) => Close(burst, subStatus);

    /// <summary>Activities that were already scheduled when their container ended have run; they do not wait on its behalf.</summary>
    private static void DropOrphans(WorkflowInstance instance)
    {
        for (var index = instance.Frames.Count - 1; index >= 0; index--)
        {
            var frame = instance.Frames[index];
            if (frame.Parent is { Status: ActivityStatus.Completed or ActivityStatus.Canceled })
            {
                Advancer.Cancel(frame);
                index = Math.Min(index, instance.Frames.Count);
            }
        }
    }

    private static void Rest(Burst burst)
    {
        var instance = burst.Instance;
        instance.SubStatus = WorkflowSubStatus.Suspended;
        instance.UpdatedAt = burst.Turn.Now;
        foreach (var frame in instance.Frames)
        {
            burst.NoteValues(frame);
            frame.ForgetInputs();
        }
        if (instance.Parent is { WhenFinished: false } parent)
        {
            Report(burst, parent);
        }
    }

    private static void Close(Burst burst, WorkflowSubStatus subStatus)
    {
        var instance = burst.Instance;
        instance.Status = WorkflowStatus.Finished;
        instance.SubStatus = subStatus;
        instance.UpdatedAt = burst.Turn.Now;
        instance.FinishedAt = burst.Turn.Now;
        if (instance.Parent is { } parent)
        {
            Report(burst, parent);
        }
    }

    private static void Report(Burst burst, ParentLink parent)
    {
        var instance = burst.Instance;
        instance.Parent = null;
        burst.Emit(
            new ResumeInstance(
                $"{instance.Id:N}:report",
                parent.InstanceId,
                parent.Subject,
                parent.BookmarkId,
                new ChildReport(instance.Id, instance.Status, instance.SubStatus, instance.Outputs)
            )
        );
    }
}
