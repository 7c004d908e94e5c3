namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>Which tasks to list, the most urgent first.</summary>
/// <param name="Staff">Only those of this staff member, or null.</param>
/// <param name="State">Only in this state; null for those that are open.</param>
/// <param name="OverdueAt">Only those that were to be done by then and are open, or null.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most.</param>
public sealed record HandTaskQuery(
    string? Staff = null,
    HandTaskState? State = null,
    DateTimeOffset? OverdueAt = null,
    int Skip = 0,
    int Take = 100
);
