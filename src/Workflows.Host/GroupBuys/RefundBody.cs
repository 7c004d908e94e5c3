using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>Money the shop has to give back, once for each key.</summary>
internal sealed record RefundBody(
    string Key,
    string Order,
    decimal Amount,
    RefundReason Reason,
    string Campaign,
    string Team,
    DateTimeOffset At
)
{
    public static RefundBody From(TeamNews.Refund refund) =>
        new(refund.Key, refund.Order, refund.Amount, refund.Reason, refund.Campaign, $"{refund.Team:N}", refund.At);
}
