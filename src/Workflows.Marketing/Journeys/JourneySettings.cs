using System.Runtime.CompilerServices;
using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>What makes a workflow definition a journey, read from its <c>customProperties</c>.</summary>
/// <param name="Reentry">Whether a contact may come in again. The default is: when the earlier run is over.</param>
/// <param name="GoalEvent">The event type that counts as success, from <c>goal.event</c>, or null.</param>
/// <param name="Limits">The member <c>limits</c> as it is written, or undefined; judged by whoever knows limits.</param>
public sealed record JourneySettings(Reentry Reentry, string? GoalEvent, JsonElement Limits)
{
    private const int HighestPriority = 100;

    /// <summary>Of messages that are due, those of the journey with the higher one leave first: the member <c>priority</c>, −100 to 100, 0 unless given.</summary>
    public int Priority { get; init; }

    /// <summary>The pool whose contacts the journey is about: the member <c>pool</c>, or null.</summary>
    public string? Pool { get; init; }

    /// <summary>
    /// The tag of the family Campaign that every contact gets who comes into the journey (S3-58): the member <c>campaignTag</c>, or null.
    /// </summary>
    public string? CampaignTag { get; init; }

    /// <summary>Whether every link has to be tracked (S3-06): the member <c>tracksLinks</c>, false unless given.</summary>
    public bool TracksLinks { get; init; }

    /// <summary>Whether every post in Moments has to be said by a persona (S1-39): the member <c>personas</c>, false unless given.</summary>
    public bool SpeaksByPersonas { get; init; }

    /// <summary>The domain of its short links (S0-61): the member <c>linkDomain</c>, or null for the usual one.</summary>
    public string? LinkDomain { get; init; }

    private static readonly ConditionalWeakTable<WorkflowGraph, JourneySettings> Known = [];

    /// <summary>The settings of a journey that runs, read once a graph.</summary>
    internal static JourneySettings Of(WorkflowGraph graph) => Known.GetValue(graph, read => Read(read.Definition));

    /// <summary>Reads the settings of a definition; what is missing or of another shape takes its default.</summary>
    public static JourneySettings Read(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var goal = Member(definition.CustomProperties, "goal");
        var goalEvent = Member(goal, "event");
        return new JourneySettings(
            definition.Entry.Reentry,
            goalEvent.ValueKind == JsonValueKind.String ? goalEvent.GetString() : null,
            Member(definition.CustomProperties, "limits")
        )
        {
            Pool = Member(definition.CustomProperties, "pool") is { ValueKind: JsonValueKind.String } pool
                ? pool.GetString()
                : null,
            CampaignTag = Text(definition.CustomProperties, "campaignTag"),
            LinkDomain = Text(definition.CustomProperties, "linkDomain"),
            TracksLinks = Member(definition.CustomProperties, "tracksLinks").ValueKind == JsonValueKind.True,
            SpeaksByPersonas = Member(definition.CustomProperties, "personas").ValueKind == JsonValueKind.True,
            Priority =
                Member(definition.CustomProperties, "priority") is { ValueKind: JsonValueKind.Number } number
                && number.TryGetInt32(out var priority)
                    ? Math.Clamp(priority, -HighestPriority, HighestPriority)
                    : 0,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text
        && text.GetString()?.Trim() is { Length: > 0 } said
            ? said
            : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;
}
