using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;

namespace Workflows.Marketing.Launches.Checks;

/// <summary>What the phases of a launch say: something, no open sale before its time, real orders, a review (S2-46…51).</summary>
internal static class LaunchTelling
{
    public static IEnumerable<Diagnostic> Check(LaunchScript script, JourneyMap map)
    {
        if (script.Start is null)
        {
            return [];
        }

        return
        [
            .. Silent(script),
            .. Hearing(script, map),
            .. Sale(script),
            .. Offer(script),
            .. Aimless(script),
            .. Atmosphere(script, map),
            .. Close(script),
        ];
    }

    private static IEnumerable<Diagnostic> Silent(LaunchScript script) =>
        script
            .Scenes.Where(scene => scene is { SkipReason: null, Rank: >= 0 } && !scene.Sends.Any())
            .Select(scene =>
                LaunchCheck.Found(
                    LaunchCodes.PhaseSilent,
                    $"The phase '{scene.Phase}' says nothing.",
                    "S2-46",
                    "Post something behind it, or write down why it is left out.",
                    scene.Block
                )
            );

    private static IEnumerable<Diagnostic> Hearing(LaunchScript script, JourneyMap map)
    {
        if (
            script.Find(LaunchPhases.Benefit) is { SkipReason: null } benefit
            && !map.Blocks.Any(block => block.Is(LaunchScript.InteractionType) || PlayBlocks.Listens(block))
        )
        {
            yield return LaunchCheck.Found(
                LaunchCodes.Deaf,
                "Nobody hears who takes part in the benefits.",
                "S2-48",
                "Add the block Interaction: who likes, comments or clicks gets the tag.",
                benefit.Block,
                DiagnosticSeverity.Warning
            );
        }
    }

    private static IEnumerable<Diagnostic> Sale(LaunchScript script)
    {
        var sale = LaunchPhases.Rank(LaunchPhases.Sale);
        var sold = Sold(script);
        return script
            .Scenes.Where(scene => scene.Rank >= 0 && scene.Rank < sale)
            .SelectMany(scene => scene.Sends)
            .Where(post => Links(post).Any(sold.Contains) && !post.IsGiven("linksOpenAt"))
            .Select(post =>
                LaunchCheck.Found(
                    LaunchCodes.OpenTooEarly,
                    "The link of the sale is open before the sale begins.",
                    "S2-49",
                    "Fill in Links open from, for example with saleAt of the launch.",
                    post
                )
            );
    }

    private static IEnumerable<Diagnostic> Offer(LaunchScript script)
    {
        if (script.Find(LaunchPhases.Close) is not { SkipReason: null } close)
        {
            return [];
        }

        var sold = Sold(script);
        return script
            .Scenes.Where(scene => scene.Rank >= 0 && scene.Rank < close.Rank)
            .SelectMany(scene => scene.Sends)
            .Where(post => Links(post).Any(sold.Contains) && !post.IsGiven("linksEndAt"))
            .Select(post =>
                LaunchCheck.Found(
                    LaunchCodes.OpenTooLong,
                    "The link of the sale is open after the launch has closed.",
                    "S2-51",
                    "Fill in Links end at, for example with closeAt of the launch.",
                    post
                )
            );
    }

    private static IEnumerable<Diagnostic> Aimless(LaunchScript script) =>
        script
            .Scenes.Where(scene =>
                scene is { SkipReason: null, Rank: >= 0 } and not { Metric: not null, Target: not null }
            )
            .Select(scene =>
                LaunchCheck.Found(
                    LaunchCodes.NoTarget,
                    $"Nobody can tell whether the phase '{scene.Phase}' has done its part.",
                    "S2-46",
                    "Fill in Exit metric and Target: the review says whether they were reached.",
                    scene.Block,
                    DiagnosticSeverity.Warning
                )
            );

    private static HashSet<string> Sold(LaunchScript script) =>
        script
            .Scenes.Where(scene => scene.Rank >= LaunchPhases.Rank(LaunchPhases.Sale))
            .SelectMany(scene => scene.Sends)
            .SelectMany(Links)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Links(JourneyActivity post) =>
        new[] { post.Written("linkUrl"), Page(post) }.OfType<string>().Where(link => link.Length > 0);

    private static string? Page(JourneyActivity post) =>
        post.Written("miniProgram") is { Length: > 0 } app ? $"{app}:{post.Written("miniProgramPage")}" : null;

    private static IEnumerable<Diagnostic> Atmosphere(LaunchScript script, JourneyMap map)
    {
        if (script.Find(LaunchPhases.Atmosphere) is not { SkipReason: null } scene)
        {
            return [];
        }

        var unfed = map.AfterUntil(scene.Block, EndsOrFeeds).Where(block => block.Sends);
        var nothing = scene
            .Told.Where(block => block.Is(LaunchScript.FeedType))
            .SelectMany(feed => map.AfterUntil(feed, "Nothing", EndsOrFeeds))
            .Where(block => block.Sends);
        return unfed
            .Concat(nothing)
            .DistinctBy(block => block.Id, StringComparer.Ordinal)
            .Select(post =>
                LaunchCheck.Found(
                    LaunchCodes.InventedAtmosphere,
                    "The atmosphere speaks of orders that may not be there.",
                    "S2-50",
                    "Put the block Order feed before it, and post by its way Orders only.",
                    post
                )
            );
    }

    private static bool EndsOrFeeds(JourneyActivity block) =>
        LaunchScript.IsPhase(block) || block.Is(LaunchScript.FeedType);

    private static IEnumerable<Diagnostic> Close(LaunchScript script)
    {
        if (
            script.Find(LaunchPhases.Close) is { SkipReason: null } scene
            && !scene.Told.Any(block => block.Is(LaunchScript.ReviewType))
        )
        {
            yield return LaunchCheck.Found(
                LaunchCodes.NoReview,
                "The launch ends without a review.",
                "S2-51",
                "Add the block Review launch behind it.",
                scene.Block
            );
        }
    }
}
