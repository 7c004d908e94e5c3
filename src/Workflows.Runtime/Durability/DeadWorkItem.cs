namespace Workflows.Runtime.Durability;

/// <summary>A work item that failed too often: out of the queue, kept for an operator.</summary>
/// <param name="Item">The item.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Reason">Why its last attempt failed.</param>
public sealed record DeadWorkItem(WorkItem Item, DateTimeOffset DiedAt, string Reason);
