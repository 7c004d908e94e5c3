using Workflows.Runtime.Execution;

namespace Workflows.Host.Api;

/// <summary>Which instances to list.</summary>
/// <param name="Definition">Only those of this workflow.</param>
/// <param name="SubStatus">Only those that are Suspended, Finished, Cancelled, Faulted …</param>
/// <param name="Contact">Only those about this contact.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record InstancesQuery(
    string? Definition,
    WorkflowSubStatus? SubStatus,
    Guid? Contact,
    string? After,
    int? Limit
);
