namespace Workflows.Acceptance.Tests.Live;

/// <summary>The journeys of the three months: each begins by calendar and says one thing.</summary>
internal static class CalendarJourneys
{
    /// <summary>The solar terms of the three months.</summary>
    public static readonly IReadOnlyList<string> Terms = ["xiaohan", "dahan", "lichun", "yushui", "jingzhe", "chunfen"];

    public static IReadOnlyList<string> All { get; } =
    [
        Journey(
            "daily-sop",
            $"{Block("sop", "GroupSop", $"{List("slots", "08:00 breakfast", "15:00 flash")}, {Text("missed", "RunEach")}")}, {ToGroup("say", "{{ Input.group }}", "{{ Input.slot }}", "")}",
            ("sop", "08:00 breakfast"),
            ("sop", "15:00 flash")
        ),
        Journey(
            "member-day",
            $"{Block("member", "MemberDay", $"{Text("fallsOn", "day 8, last friday")}, {Text("time", "10:00")}, {Text("runsFor", "Groups")}, {Text("purpose", "Service")}")}, {ToGroup("say", "{{ Input.group }}", "member-day", "")}",
            ("member", "Done")
        ),
        Journey(
            "solar-terms",
            $"{string.Join(", ", Terms.Select(term => Block(term, "CalendarDay", $"{Text("day", $"term-{term}")}, {Text("time", "10:00")}")))}, {ToGroup("say", "hq", "{{ Input.day }}", "")}",
            [.. Terms.Select(term => (term, "Done"))]
        ),
        Journey(
            "lunar-birthday",
            $"{Block("birthday", "Birthday", $"{Text("calendar", "Lunar")}, {Text("time", "10:00")}")}, {ToContact("say", "birthday")}",
            ("birthday", "Done")
        ),
        Journey(
            "cycle",
            $"{Block("cycle", "PurchaseCycle", $"{Number("cycleDays", 20)}, {Number("cycles", 3)}, {Text("time", "10:00")}")}, {ToContact("say", "cycle")}",
            ("cycle", "Done")
        ),
    ];

    /// <summary>Says in each group that it is over, and closes it.</summary>
    public static string GroupEnds { get; } =
        Journey(
                "group-ends",
                $"{Block("ends", "GroupEnds", Text("missed", "RunEach"))}, {ToGroup("say", "{{ Input.group }}", "over", "")}, {Block("close", "CloseGroup", Liquid("group", "{{ Input.group }}"))}",
                ("ends", "Done")
            )
            .Replace(
                "\"connections\": [",
                """ "connections": [{ "source": { "activity": "ends", "port": "Done" }, "target": { "activity": "close", "port": "In" } }, """,
                StringComparison.Ordinal
            )
            // Groups end at night, too, when nothing may be sent but services.
            .Replace("\"kind\":", $"{Text("purpose", "service")}, \"kind\":", StringComparison.Ordinal);

    private static string Journey(string id, string blocks, params (string From, string Port)[] ways) =>
        $$"""
            { "definitionId": "{{id}}", "name": "{{id}}", "version": 1,
              "customProperties": { "entry": { "reentry": "always" } },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [{{blocks}}],
                "connections": [{{string.Join(", ", ways.Select(way => Connection(way.From, way.Port)))}}] } }
            """;

    private static string Block(string id, string type, string inputs) =>
        $$"""
            { "id": "{{id}}", "type": "Marketing.{{type}}", "version": 1, {{inputs}},
              "customProperties": { "canStartWorkflow": true } }
            """;

    private static string ToGroup(string id, string group, string template, string kind) =>
        $$"""
            { "id": "{{id}}", "type": "Marketing.SendGroupMessage", "version": 1, {{Liquid("group", group)}},
              {{Liquid("template", template)}}, {{Text("kind", kind)}}, {{Text("channel", "webhook")}},
              {{Liquid("text", "{{ Input.date }}")}} }
            """;

    private static string ToContact(string id, string template) =>
        $$"""
            { "id": "{{id}}", "type": "Marketing.SendMessage", "version": 1, {{Text("template", template)}},
              {{Text("channel", "webhook")}}, {{Liquid("text", "{{ Input.date }}")}} }
            """;

    private static string Text(string name, string value) => Input(name, "String", "Literal", $"\"{value}\"");

    private static string Liquid(string name, string value) => Input(name, "String", "Liquid", $"\"{value}\"");

    private static string Number(string name, int value) => Input(name, "Int32", "Literal", $"{value}");

    private static string List(string name, params string[] values) =>
        Input(name, "List<String>", "Object", $"\"[{string.Join(',', values.Select(value => $"\\\"{value}\\\""))}]\"");

    private static string Input(string name, string type, string language, string value) =>
        $$"""
            "{{name}}": { "typeName": "{{type}}", "expression": { "type": "{{language}}", "value": {{value}} } }
            """;

    private static string Connection(string from, string port) =>
        $$"""
            { "source": { "activity": "{{from}}", "port": "{{port}}" }, "target": { "activity": "say", "port": "In" } }
            """;
}
