using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;

namespace Workflows.Marketing.Launches;

/// <summary>One phase of a launch as it is drawn: its block, and what is told until the next one.</summary>
/// <param name="Phase">What the block says; a word that is no phase is kept as it is.</param>
/// <param name="Block">The phase block.</param>
/// <param name="Told">The blocks behind it, up to the next phase.</param>
/// <param name="Next">The phase blocks that come next.</param>
internal sealed record LaunchScene(
    string Phase,
    JourneyActivity Block,
    IReadOnlyList<JourneyActivity> Told,
    IReadOnlyList<JourneyActivity> Next
)
{
    /// <summary>Why it is left out; null where it is not.</summary>
    public string? SkipReason { get; } = Block.Constant("skipReason")?.Trim() is { Length: > 0 } reason ? reason : null;

    /// <summary>What tells whether it has done its part; null where nothing does, or nobody can tell beforehand.</summary>
    public string? Metric { get; } =
        Block.Literal("exitMetric")?.Trim() is { Length: > 0 } metric
        && ExitMetrics.All.Contains(metric, StringComparer.Ordinal)
            ? metric
            : null;

    /// <summary>How many of it are enough; null where that is not written down.</summary>
    public int? Target { get; } =
        int.TryParse(Block.Literal("target"), System.Globalization.CultureInfo.InvariantCulture, out var target)
        && target > 0
            ? target
            : null;

    public int Rank { get; } = LaunchPhases.Rank(Phase);

    /// <summary>What customers see of it.</summary>
    public IEnumerable<JourneyActivity> Sends => Told.Where(PlayBlocks.ReachesCustomers);

    /// <summary>The names of its messages.</summary>
    public IReadOnlySet<string> Templates { get; } =
        Told.Where(PlayBlocks.ReachesCustomers)
            .Select(block => block.Literal("template"))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>How long after the first midnight of the launch it is; null where that is not written down.</summary>
    public TimeSpan? At { get; } =
        DayTime.Read(Block.IsGiven("time") ? Block.Literal("time") : "10:00") is { } time
        && int.TryParse(
            Block.IsGiven("day") ? Block.Literal("day") : "0",
            System.Globalization.CultureInfo.InvariantCulture,
            out var day
        )
            ? TimeSpan.FromDays(day) + time.ToTimeSpan()
            : null;
}
