using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>Which work orders to list.</summary>
/// <param name="State">Only those that stand so; all unless given.</param>
/// <param name="Staff">Only those of this staff member.</param>
/// <param name="Contact">Only those of this contact.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record WorkOrdersQuery(WorkOrderState? State, string? Staff, Guid? Contact, string? After, int? Limit);
