using System.Globalization;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>Tells that a journey's budget for subsidies is spent: once a journey and budget, so that a raised budget is told of again (S2-18).</summary>
/// <param name="desk">Tells.</param>
public sealed class BudgetAlerts(AlertDesk desk)
{
    /// <summary>The limit that stops offers without a budget.</summary>
    public const string LimitCode = "subsidy_budget";

    /// <summary>Tells of a message that was stopped.</summary>
    /// <param name="message">The offer.</param>
    /// <param name="budget">The budget of its journey; null where it names none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task TellAsync(OutboundMessage message, decimal? budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var amount = budget?.ToString("0.##", CultureInfo.InvariantCulture);
        var alert = new Alert(
            AlertKinds.BudgetSpent,
            message.Journey,
            amount ?? "unnamed",
            $"旅程 {message.Journey} 的补贴预算{(amount is null ? "（未写明，按默认值）" : $"（{amount} 元）")}已不够下一个优惠：优惠 {message.Template} 起不再发出。需要继续请提高预算，否则请结束活动。"
        );
        return desk.RaiseAsync(alert, cancellationToken);
    }
}
