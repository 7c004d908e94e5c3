namespace Workflows.Runtime.Activities;

/// <summary>A trigger that starts workflows by time: <see cref="Trigger.GetNextOccurrence"/> says when.</summary>
public interface IScheduledTrigger;
