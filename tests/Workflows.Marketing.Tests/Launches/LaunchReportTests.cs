using Workflows.Marketing.Launches;

namespace Workflows.Marketing.Tests.Launches;

/// <summary>S2-46: the review says of each phase whether it reached its target.</summary>
public sealed class LaunchReportTests
{
    [Theory]
    [InlineData(ExitMetrics.Likes, 3, true)]
    [InlineData(ExitMetrics.Likes, 4, false)]
    [InlineData(ExitMetrics.Comments, 2, true)]
    [InlineData(ExitMetrics.Comments, 3, false)]
    [InlineData(ExitMetrics.Clicks, 7, true)]
    [InlineData(ExitMetrics.Clicks, 8, false)]
    [InlineData(ExitMetrics.Orders, 1, true)]
    [InlineData(ExitMetrics.Orders, 2, false)]
    [InlineData("views", 1, null)]
    [InlineData(null, 1, null)]
    [InlineData(ExitMetrics.Likes, null, null)]
    public void Reached_MetricOfAPhase_IsComparedWithItsTarget(string? metric, int? target, bool? reached) =>
        Assert.Equal(reached, Phase(metric, target).Reached);

    [Fact]
    public void Reached_PhaseLeftOut_IsNotSaid() =>
        Assert.Null((Phase(ExitMetrics.Likes, 3) with { SkipReason = "too small" }).Reached);

    [Fact]
    public void ToText_PhasesWithTargets_TellLikesAndCommentsApartAndWhatWasReached()
    {
        var report = new LaunchReport(
            [Phase(ExitMetrics.Likes, 3), Phase(ExitMetrics.Comments, 30), Phase(null, null)],
            1,
            1,
            9m
        );

        Assert.Equal(
            [
                "订单 1 单，1 件，金额 9",
                "引发兴趣：发布 2/2，点击 7，点赞 3，评论 2，归因订单 1 单 9；目标点赞 3：达到",
                "引发兴趣：发布 2/2，点击 7，点赞 3，评论 2，归因订单 1 单 9；目标评论 30：未达到",
                "引发兴趣：发布 2/2，点击 7，点赞 3，评论 2，归因订单 1 单 9",
            ],
            report.ToText().Split('\n')
        );
    }

    private static PhaseFigures Phase(string? metric, int? target) =>
        new(LaunchPhases.Interest, null, 2, 2, 7, 5, 1, 9m, 3, 2, metric, target);
}
