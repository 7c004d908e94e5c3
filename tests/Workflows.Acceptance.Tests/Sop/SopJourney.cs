using System.Text.Json.Nodes;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.Sop;

/// <summary>
/// One of the journeys: it says two SOP messages in the group that its event names, the second some hours after the first.
/// They differ in what they want when a limit is reached, how long they wait, how urgent they are and what they are for.
/// </summary>
internal static class SopJourney
{
    public const int Count = 50;
    public const int Steps = 2;

    public static string Id(int journey) => $"sop-{journey:00}";

    /// <summary>The event that starts it.</summary>
    public static string EventType(int journey) => $"sop.started_{journey:00}";

    /// <summary>What a group reads, and which message it is.</summary>
    public static string Text(string journey, string step) => $"各位早上好！{journey} {step}";

    /// <summary>The document as the designer would store it.</summary>
    public static string Document(int journey)
    {
        var hours = 2 + (journey % 30);
        JsonArray activities =
        [
            JourneyDocument.Activity(
                "start",
                "Marketing.ContactEvent",
                ("eventTypes", "ICollection<String>", "Object", $"[\"{EventType(journey)}\"]"),
                ("result", "Object", null, "event")
            ),
            Send(journey, "step-1"),
            JourneyDocument.Activity(
                "wait",
                "Elsa.Delay",
                ("timeSpan", "TimeSpan", "Literal", $"{TimeSpan.FromHours(hours):c}")
            ),
            Send(journey, "step-2"),
        ];
        JsonArray connections =
        [
            JourneyDocument.Connection("start", "Done", "step-1"),
            JourneyDocument.Connection("start", "Done", "wait"),
            JourneyDocument.Connection("wait", "Done", "step-2"),
        ];
        return JourneyDocument.Of(Id(journey), "Start", activities, connections, priority: journey % 3);
    }

    private static JsonObject Send(int journey, string step) =>
        JourneyDocument.Activity(
            step,
            "Marketing.SendGroupMessage",
            ("group", "String", "Liquid", "{{ Variables.Start.data.group }}"),
            ("sender", "String", "Liquid", "{{ Variables.Start.data.owner }}"),
            ("template", "String", "Literal", step),
            ("text", "String", "Literal", Text(Id(journey), step)),
            ("kind", "String", "Literal", "sop"),
            ("purpose", "String", "Literal", journey % 10 == 9 ? "service" : "marketing"),
            ("onLimit", "String", "Literal", OnLimit(journey)),
            ("expiresAfter", "TimeSpan?", "Literal", $"{TimeSpan.FromHours(30 + (journey % 4 * 6)):c}")
        );

    private static string OnLimit(int journey) =>
        (journey % 10) switch
        {
            3 => "Drop",
            6 => "Branch",
            _ => "Defer",
        };
}
