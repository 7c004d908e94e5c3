using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;

namespace Workflows.Marketing.Launches;

/// <summary>A launch as it is drawn: where it begins, and its phases in the order of <see cref="LaunchPhases"/>.</summary>
/// <param name="Start">The block it begins with, or null.</param>
/// <param name="First">The phase blocks that come first behind it.</param>
/// <param name="Scenes">Its phases.</param>
/// <param name="Lane">Everything behind the start.</param>
internal sealed record LaunchScript(
    JourneyActivity? Start,
    IReadOnlyList<JourneyActivity> First,
    IReadOnlyList<LaunchScene> Scenes,
    IReadOnlyList<JourneyActivity> Lane
)
{
    public const string StartType = "Marketing.ScriptedLaunch";
    public const string PhaseType = "Marketing.LaunchPhase";
    public const string FeedType = "Marketing.OrderFeed";
    public const string ReviewType = "Marketing.ReviewLaunch";
    public const string InteractionType = "Marketing.Interaction";

    /// <summary>The product whose orders the launch counts; null for all orders.</summary>
    public string? Product =>
        Lane.Where(block => block.Is(FeedType) || block.Is(ReviewType))
            .Select(block => block.Literal("product"))
            .FirstOrDefault(product => !string.IsNullOrWhiteSpace(product));

    public static LaunchScript Read(JourneyMap map)
    {
        var start = map.Blocks.FirstOrDefault(block => block.Is(StartType));
        var scenes = map
            .Blocks.Where(IsPhase)
            .Select(block =>
            {
                var behind = map.AfterUntil(block, IsPhase);
                return new LaunchScene(
                    block.Literal("phase") ?? (block.IsGiven("phase") ? "" : LaunchPhases.Interest),
                    block,
                    [.. behind.Where(other => !IsPhase(other))],
                    [.. behind.Where(IsPhase)]
                );
            });
        return new LaunchScript(
            start,
            start is null ? [] : [.. map.AfterUntil(start, IsPhase).Where(IsPhase)],
            [.. scenes.OrderBy(scene => scene.Rank)],
            start is null ? [] : map.After(start)
        );
    }

    public LaunchScene? Find(string phase) =>
        Scenes.FirstOrDefault(scene => scene.Phase.Equals(phase, StringComparison.Ordinal));

    public static bool IsPhase(JourneyActivity block) => block.Is(PhaseType);
}
