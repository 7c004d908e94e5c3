using System.Globalization;
using System.Text;

namespace Workflows.Marketing.Launches;

/// <summary>How a launch went, or goes (S2-51, S2-52).</summary>
/// <param name="Phases">Its phases, in their order.</param>
/// <param name="Orders">All orders of the product since the sale began; more than the phases' where orders count for no link.</param>
/// <param name="Pieces">How many pieces.</param>
/// <param name="Amount">What was paid for them and kept, in currency units.</param>
public sealed record LaunchReport(IReadOnlyList<PhaseFigures> Phases, int Orders, int Pieces, decimal Amount)
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        [LaunchPhases.Interest] = "引发兴趣",
        [LaunchPhases.Value] = "亮点价值",
        [LaunchPhases.Benefit] = "福利互动",
        [LaunchPhases.Sale] = "商品开售",
        [LaunchPhases.Atmosphere] = "氛围营造",
        [LaunchPhases.Close] = "结束复盘",
    };

    private static readonly Dictionary<string, string> Measures = new(StringComparer.Ordinal)
    {
        [ExitMetrics.Likes] = "点赞",
        [ExitMetrics.Comments] = "评论",
        [ExitMetrics.Clicks] = "点击",
        [ExitMetrics.Orders] = "订单",
    };

    /// <summary>The figures in a few lines, for whoever leads the launch.</summary>
    /// <returns>A line for the orders, and one for each phase.</returns>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"订单 {Orders} 单，{Pieces} 件，金额 {Amount:0.##}");
        foreach (var phase in Phases)
        {
            text.Append('\n').Append(Chinese.GetValueOrDefault(phase.Phase, phase.Phase)).Append('：');
            _ = phase.SkipReason is { } reason
                ? text.Append(CultureInfo.InvariantCulture, $"跳过（{reason}）")
                : text.Append(
                    CultureInfo.InvariantCulture,
                    $"发布 {phase.Sent}/{phase.Posts}，点击 {phase.Clicks}，点赞 {phase.Likes}，评论 {phase.Comments}，归因订单 {phase.Orders} 单 {phase.Amount:0.##}{Judge(phase)}"
                );
        }

        return text.ToString();
    }

    private static string Judge(PhaseFigures phase) =>
        phase.Reached is { } reached
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"；目标{Measures[phase.Metric!]} {phase.Target}：{(reached ? "达到" : "未达到")}"
            )
            : "";
}
