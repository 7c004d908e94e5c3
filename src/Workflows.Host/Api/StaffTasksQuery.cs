using Workflows.Marketing.Channels.StaffTasks;

namespace Workflows.Host.Api;

/// <summary>Which tasks to list.</summary>
/// <param name="Staff">Only those of this staff member.</param>
/// <param name="State">Only those in this state; open ones unless given.</param>
/// <param name="Overdue">Only those that should be done by now.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record StaffTasksQuery(string? Staff, HandTaskState? State, bool? Overdue, string? After, int? Limit);
