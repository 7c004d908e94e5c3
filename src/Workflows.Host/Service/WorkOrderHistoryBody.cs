namespace Workflows.Host.Service;

/// <summary>A work order with everything that happened to it, oldest first.</summary>
/// <param name="Order">The work order.</param>
/// <param name="Entries">Its history.</param>
internal sealed record WorkOrderHistoryBody(WorkOrderBody Order, IReadOnlyList<WorkOrderEntryBody> Entries);
