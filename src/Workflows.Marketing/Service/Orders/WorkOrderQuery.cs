namespace Workflows.Marketing.Service.Orders;

/// <summary>Which work orders to list, the latest first.</summary>
/// <param name="State">Only those that stand so; null for all.</param>
/// <param name="Staff">Only those of a member of the staff; null for everybody.</param>
/// <param name="ContactId">Only those of a contact; null for all.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most.</param>
public sealed record WorkOrderQuery(
    WorkOrderState? State = null,
    string? Staff = null,
    Guid? ContactId = null,
    int Skip = 0,
    int Take = 100
);
