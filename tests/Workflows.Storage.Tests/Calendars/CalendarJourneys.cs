namespace Workflows.Storage.Tests.Calendars;

/// <summary>Journeys that begin by calendar and send one message each.</summary>
internal static class CalendarJourneys
{
    /// <summary>A group SOP with a slot at 08:00 and one at 15:00, in store time.</summary>
    public static string Sop(string missed = "RunOnce") =>
        Document(
            "sop",
            $$"""
            { "id": "slots", "type": "Marketing.GroupSop", "version": 1,
              "slots": {{Object("List<String>", "[\\\"08:00 breakfast\\\",\\\"15:00 flash\\\"]")}},
              "missed": {{Literal(missed)}}, "customProperties": { "canStartWorkflow": true } }
            """,
            $$"""
            { "id": "say", "type": "Marketing.SendGroupMessage", "version": 1, "group": {{Liquid("{{ Input.group }}")}},
              "template": {{Liquid("{{ Input.slot }}")}}, "kind": {{Literal("sop")}}, "channel": {{Literal(
                "webhook"
            )}} }
            """,
            "08:00 breakfast",
            "15:00 flash"
        );

    /// <summary>Opens a flash group of two hours whenever a slot comes; a second journey ends groups.</summary>
    public static IReadOnlyList<string> Flash { get; } =
    [
        Document(
            "sop",
            $$"""
            { "id": "slots", "type": "Marketing.GroupSop", "version": 1,
              "slots": {{Object("List<String>", "[\\\"10:00 open\\\"]")}},
              "customProperties": { "canStartWorkflow": true } }
            """,
            $$"""
            { "id": "say", "type": "Marketing.OpenFlashGroup", "version": 1, "group": {{Literal("flash")}},
              "lasts": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "02:20:00" } } }
            """,
            "10:00 open"
        ),
        Document(
                "ends",
                """
                { "id": "calendar", "type": "Marketing.GroupEnds", "version": 1, "customProperties": { "canStartWorkflow": true } }
                """,
                $$"""
                { "id": "say", "type": "Marketing.SendGroupMessage", "version": 1, "group": {{Liquid(
                    "{{ Input.group }}"
                )}},
                  "template": {{Literal("over")}}, "channel": {{Literal("webhook")}} },
                { "id": "close", "type": "Marketing.CloseGroup", "version": 1, "group": {{Liquid(
                    "{{ Input.group }}"
                )}} }
                """,
                "Done"
            )
            .Replace(
                "\"connections\": [",
                """ "connections": [{ "source": { "activity": "calendar", "port": "Done" }, "target": { "activity": "close", "port": "In" } }, """,
                StringComparison.Ordinal
            ),
    ];

    /// <summary>A group SOP whose task goes to the group's owner, and to the head of the store when nobody does it.</summary>
    public static string Escalation { get; } =
        Document(
                "sop",
                $$"""
                { "id": "slots", "type": "Marketing.GroupSop", "version": 1,
                  "slots": {{Object("List<String>", "[\\\"10:00 open\\\"]")}},
                  "occasion": { "typeName": "Object", "memoryReference": { "id": "slot" } },
                  "customProperties": { "canStartWorkflow": true } }
                """,
                $$"""
                { "id": "say", "type": "Marketing.StaffTask", "version": 1, "staff": {{Liquid("{{ Input.owner }}")}},
                  "template": {{Literal("post")}}, "text": {{Liquid("{{ Input.groupName }}")}},
                  "expiresAfter": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "03:00:00" } } },
                { "id": "up", "type": "Marketing.StaffTask", "version": 1, "staff": {{Literal("head")}},
                  "template": {{Literal("not-posted")}}, "text": {{Liquid("{{ Variables.Slot.groupName }}")}} }
                """,
                "10:00 open"
            )
            .Replace(
                "\"connections\": [",
                """ "connections": [{ "source": { "activity": "say", "port": "Failed" }, "target": { "activity": "up", "port": "In" } }, """,
                StringComparison.Ordinal
            )
            .Replace(
                "\"customProperties\": { \"entry\"",
                """ "variables": [{ "id": "slot", "name": "Slot", "typeName": "Object" }], "customProperties": { "entry" """,
                StringComparison.Ordinal
            );

    /// <summary>Says so in the group's task when nobody of the staff spoke in a group for three days.</summary>
    public static string Unattended { get; } =
        Document(
            "unattended",
            """
            { "id": "calendar", "type": "Marketing.GroupUnattended", "version": 1, "customProperties": { "canStartWorkflow": true } }
            """,
            $$"""
            { "id": "say", "type": "Marketing.StaffTask", "version": 1, "staff": {{Liquid("{{ Input.owner }}")}},
              "template": {{Literal("unattended")}}, "channel": {{Literal("webhook")}},
              "text": {{Liquid("{{ Input.groupName }} {{ Input.silentSince }} {{ Input.silentDays }}")}} }
            """,
            "Done"
        );

    /// <summary>A calendar for contacts.</summary>
    /// <param name="type">The block's type.</param>
    /// <param name="inputs">Its inputs as members of the block.</param>
    /// <param name="version">What its messages are told apart by.</param>
    public static string Contacts(string type, string inputs, string version = "1") =>
        Document(
            "contacts",
            $$"""
            { "id": "calendar", "type": "Marketing.{{type}}", "version": 1, {{inputs}}
              "customProperties": { "canStartWorkflow": true } }
            """,
            $$"""
            { "id": "say", "type": "Marketing.SendMessage", "version": 1, "channel": {{Literal("webhook")}},
              "template": {{Literal($"v{version}")}}, "text": {{Liquid("{{ Input.date }}")}} }
            """,
            "Done"
        );

    public static string Member(string name, string value) => $"\"{name}\": {Literal(value)},";

    private static string Literal(string value) =>
        $$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{value}}" } }""";

    private static string Liquid(string value) =>
        $$"""{ "typeName": "String", "expression": { "type": "Liquid", "value": "{{value}}" } }""";

    private static string Object(string type, string value) =>
        $$"""{ "typeName": "{{type}}", "expression": { "type": "Object", "value": "{{value}}" } }""";

    private static string Document(string id, string calendar, string say, params string[] ports)
    {
        var connections = ports.Select(port =>
            $$"""{ "source": { "activity": "{{(id is "sop" ? "slots" : "calendar")}}", "port": "{{port}}" }, "target": { "activity": "say", "port": "In" } }"""
        );
        return $$"""
            { "definitionId": "{{id}}", "name": "{{id}}", "version": 1,
              "customProperties": { "entry": { "reentry": "always" } },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": [{{calendar}}, {{say}}], "connections": [{{string.Join(", ", connections)}}] } }
            """;
    }
}
