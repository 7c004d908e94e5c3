using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary>A work order as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Contact">Whose it is.</param>
/// <param name="State">Open, Closed or Merged.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Demand">What the customer wanted.</param>
/// <param name="Staff">Who serves it.</param>
/// <param name="OpenedAt">When it came up.</param>
/// <param name="LastAt">When somebody last said something.</param>
/// <param name="ResponseMinutes">Minutes until the first answer.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Outcome">How it ended: idle, resolved, unresolved or traded.</param>
/// <param name="TradedAt">When the customer bought.</param>
/// <param name="Rating">The rating, 1–5.</param>
/// <param name="Comment">What the customer said with it.</param>
/// <param name="MergedInto">The one it became part of.</param>
internal sealed record WorkOrderBody(
    Guid Id,
    Guid Contact,
    WorkOrderState State,
    string? Topic,
    string? Demand,
    string? Staff,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastAt,
    double? ResponseMinutes,
    DateTimeOffset? ClosedAt,
    string? Outcome,
    DateTimeOffset? TradedAt,
    int? Rating,
    string? Comment,
    Guid? MergedInto
)
{
    public static WorkOrderBody From(WorkOrder order) =>
        new(
            order.Id,
            order.ContactId,
            order.State,
            order.Topic,
            order.Demand,
            order.Staff,
            order.OpenedAt,
            order.LastAt,
            order.ResponseMinutes,
            order.ClosedAt,
            order.Outcome,
            order.TradedAt,
            order.Rating,
            order.Comment,
            order.MergedInto
        );
}
