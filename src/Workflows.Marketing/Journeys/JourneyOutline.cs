using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Service.Blocks;
using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>What a journey refers to by name, where the names are written in its document and not worked out.</summary>
/// <param name="RuleSets">The rule sets it asks, each once.</param>
/// <param name="Channels">The channels it sends by, each once.</param>
/// <param name="Templates">The templates it sends, each once.</param>
public sealed record JourneyOutline(
    IReadOnlyList<string> RuleSets,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Templates
)
{
    /// <summary>Reads a definition.</summary>
    public static JourneyOutline Of(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        JourneyActivity[] activities = [.. JourneyActivity.All(definition.Root)];
        JourneyActivity[] sends = [.. activities.Where(activity => activity.Sends)];
        return new JourneyOutline(
            [
                .. Names(activities, RuleSetOf)
                    .Union(Names(sends, activity => Filled(activity.Literal("linksOnlyFor"))), StringComparer.Ordinal),
            ],
            Names(sends, activity => activity.Channel),
            Names(sends, activity => activity.Literal("template"))
        );
    }

    // A block that need not ask any says so by an empty name.
    private static string? RuleSetOf(JourneyActivity activity) =>
        activity.Is(JourneyTypes.ScoreSentence) ? activity.Literal("ruleSet") ?? ScoreSentence.UsualRuleSet
        : activity.Is(JourneyTypes.OpenWorkOrder) ? SessionRules.Name
        : activity.Is(RecommendCheck.BlockType) ? RecommendCheck.RuleSetOf(activity)
        : !activity.AsksRules ? ReferralCheck.RuleSetOf(activity)
        : activity.Literal("ruleSet") is { Length: > 0 } name ? name
        : null;

    private static string? Filled(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static string[] Names(IEnumerable<JourneyActivity> activities, Func<JourneyActivity, string?> name) =>
        [.. activities.Select(name).OfType<string>().Distinct(StringComparer.Ordinal)];
}
