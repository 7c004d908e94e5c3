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
        return new JourneyOutline(
            Names(activities, JourneyTypes.EvaluateRules, "ruleSet"),
            Names(activities, JourneyTypes.SendMessage, "channel"),
            Names(activities, JourneyTypes.SendMessage, "template")
        );
    }

    private static string[] Names(IEnumerable<JourneyActivity> activities, string type, string input) =>
        [
            .. activities
                .Where(activity => activity.Is(type))
                .Select(activity => activity.Literal(input))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
