namespace Workflows.Marketing.Service.Orders;

/// <summary>One line of a work order's history.</summary>
/// <param name="Key">What tells it apart; what has a key happens once.</param>
/// <param name="OrderId">The work order.</param>
/// <param name="Step">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it: a member of the staff, <c>customer</c>, a journey, a user, <c>system</c>.</param>
/// <param name="Note">More of it, at most 200 characters, or null.</param>
public sealed record WorkOrderEntry(
    string Key,
    Guid OrderId,
    WorkOrderStep Step,
    DateTimeOffset At,
    string By,
    string? Note = null
);
