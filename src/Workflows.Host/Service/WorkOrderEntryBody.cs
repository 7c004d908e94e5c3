using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>One line of a work order's history.</summary>
/// <param name="At">When.</param>
/// <param name="Step">What happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="Note">More of it.</param>
internal sealed record WorkOrderEntryBody(DateTimeOffset At, WorkOrderStep Step, string By, string? Note)
{
    public static WorkOrderEntryBody From(WorkOrderEntry entry) => new(entry.At, entry.Step, entry.By, entry.Note);
}
