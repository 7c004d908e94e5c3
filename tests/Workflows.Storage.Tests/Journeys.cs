namespace Workflows.Storage.Tests;

/// <summary>Workflows as the tests need them, in Elsa's JSON.</summary>
internal static class Journeys
{
    /// <summary>Starts with "start", then waits for "tick" again and again.</summary>
    public static string Counter(string definitionId, string reentry = "whenFinished") =>
        Loop(definitionId, reentry, Event("tick", "tick", start: false));

    /// <summary>Starts with "start", then wakes every hour.</summary>
    public static string Clock(string definitionId) =>
        Loop(
            definitionId,
            "whenFinished",
            $$"""{ "id": "tick", "type": "Elsa.Delay", "version": 1, "timeSpan": {{Literal("TimeSpan", "01:00:00")}} }"""
        );

    /// <summary>Starts with "start" and is over at once.</summary>
    public static string Brief(string definitionId, string reentry) =>
        Document(definitionId, reentry, $"[{Event("enter", "start", start: true)}]", "[]");

    /// <summary>Starts with "start", gives a staff member a task, and hands out by which port it went on.</summary>
    public static string StaffTask(string definitionId)
    {
        string[] ports = ["Sent", "Unconfirmed", "Deferred", "Refused", "Failed"];
        var ends = ports.Select(port =>
            $$"""
                { "id": "end{{port}}", "type": "Elsa.SetOutput", "version": 1, "outputName": {{Literal(
                    "String",
                    "port"
                )}},
                  "outputValue": {{Literal("Object", port)}} }
                """
        );
        var task = $$"""
            { "id": "task", "type": "Marketing.StaffTask", "version": 1, "staff": {{Literal("String", "mei")}},
              "template": {{Literal("String", "call-back")}}, "onLimit": {{Literal("String", "Branch")}} }
            """;
        return Document(
            definitionId,
            "whenFinished",
            $"[{Event("enter", "start", start: true)}, {task}, {string.Join(", ", ends)}]",
            $"[{Connection("enter", "task")}, {string.Join(", ", ports.Select(port => Connection("task", $"end{port}", port)))}]"
        );
    }

    /// <summary>Starts with "start" and speaks to the contact in a 1:1 chat, in the name of a member or of whoever is connected.</summary>
    public static string Chat(string definitionId, string sender) =>
        Document(
            definitionId,
            "whenFinished",
            $$"""
            [{{Event("enter", "start", start: true)}},
             { "id": "say", "type": "Marketing.SendPrivateMessage", "version": 1, "template": {{Literal(
                "String",
                "hi"
            )}},
               "sender": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{sender}}" } } }]
            """,
            $"[{Connection("enter", "say")}]"
        );

    /// <summary>Starts with "start", fails as long as the variable Broken is true, and meanwhile waits for "tick" and for an hour.</summary>
    public static string Risky(string definitionId)
    {
        const string Variables =
            """ "variables": [{ "id": "broken", "name": "Broken", "typeName": "Boolean", "isArray": false, "value": "true" }], """;
        const string Risk = """
            { "id": "risk", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression":
              { "type": "JavaScript", "value": "if (getBroken()) { throw new Error('broken') } 'mended'" } } }
            """;
        var hour =
            $$"""{ "id": "hour", "type": "Elsa.Delay", "version": 1, "timeSpan": {{Literal("TimeSpan", "01:00:00")}} }""";
        return Document(
                definitionId,
                "whenFinished",
                $"[{Event("enter", "start", start: true)}, {Risk}, {Event("tick", "tick", start: false)}, {hour}]",
                $"[{Connection("enter", "risk")}, {Connection("enter", "tick")}, {Connection("enter", "hour")}]"
            )
            .Replace(
                "\"customProperties\": { \"entry\"",
                $"{Variables}\"customProperties\": {{ \"entry\"",
                StringComparison.Ordinal
            );
    }

    private static string Loop(string definitionId, string reentry, string waits) =>
        Document(
            definitionId,
            reentry,
            $"[{Event("enter", "start", start: true)}, {waits}]",
            $"[{Connection("enter", "tick")}, {Connection("tick", "tick")}]"
        );

    private static string Event(string id, string name, bool start) =>
        $$"""
            { "id": "{{id}}", "type": "Elsa.Event", "version": 1, "eventName": {{Literal("String", name)}},
              "customProperties": { "canStartWorkflow": {{(start ? "true" : "false")}} } }
            """;

    private static string Literal(string type, string value) =>
        $$"""{ "typeName": "{{type}}", "expression": { "type": "Literal", "value": "{{value}}" } }""";

    private static string Connection(string from, string to, string port = "Done") =>
        $$"""
            { "source": { "activity": "{{from}}", "port": "{{port}}" }, "target": { "activity": "{{to}}", "port": "In" } }
            """;

    private static string Document(string definitionId, string reentry, string activities, string connections) =>
        $$"""
            { "definitionId": "{{definitionId}}", "name": "{{definitionId}}", "version": 1,
              "customProperties": { "entry": { "reentry": "{{reentry}}" } },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": {{activities}}, "connections": {{connections}} } }
            """;
}
