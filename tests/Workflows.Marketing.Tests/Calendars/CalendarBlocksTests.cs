using Workflows.Marketing.Calendars;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Calendars;

public sealed class CalendarBlocksTests
{
    private static readonly WorkflowCompiler Compiler = new(
        new ActivityCatalog(typeof(AddTag).Assembly),
        ContactExpressions.Registry
    );

    [Theory]
    [InlineData(
        "MemberDay",
        """ "fallsOn": {"typeName":"String","expression":{"type":"Literal","value":"day 40"}} """,
        "CAL005"
    )]
    [InlineData(
        "MemberDay",
        """ "time": {"typeName":"String","expression":{"type":"Literal","value":"9 am"}} """,
        "CAL010"
    )]
    [InlineData(
        "MemberDay",
        """ "runsFor": {"typeName":"String","expression":{"type":"Literal","value":"Dogs"}} """,
        "CAL010"
    )]
    [InlineData(
        "CalendarDay",
        """ "day": {"typeName":"String","expression":{"type":"Literal","value":"term-summer"}} """,
        "CAL010"
    )]
    [InlineData(
        "Birthday",
        """ "attribute": {"typeName":"String","expression":{"type":"Literal","value":""}} """,
        "CAL010"
    )]
    [InlineData(
        "AgeBand",
        """ "attribute": {"typeName":"String","expression":{"type":"Literal","value":" "}} """,
        "CAL010"
    )]
    [InlineData(
        "AgeBand",
        """ "bands": {"typeName":"String","expression":{"type":"Literal","value":"0, 7, 7"}} """,
        "CAL010"
    )]
    [InlineData(
        "GroupSop",
        """ "slots": {"typeName":"List<String>","expression":{"type":"Object","value":"[]"}} """,
        "CAL010"
    )]
    [InlineData(
        "GroupSop",
        """ "slots": {"typeName":"List<String>","expression":{"type":"Object","value":"[\"noon\"]"}} """,
        "CAL010"
    )]
    [InlineData(
        "GroupSop",
        """ "slots": {"typeName":"List<String>","expression":{"type":"Object","value":"[\"08:00 a\",\"08:00 A\"]"}} """,
        "CAL010"
    )]
    [InlineData(
        "GroupSop",
        """ "onDays": {"typeName":"String","expression":{"type":"Literal","value":"weekend"}} """,
        "CAL005"
    )]
    public async Task Check_Mistake_IsSaidAtTheBlock(string type, string input, string code)
    {
        var found = await new CalendarCheck().CheckAsync(Graph(type, input), default);

        Assert.Equal((code, "begin"), (Assert.Single(found).Code, found[0].Path));
    }

    [Fact]
    public async Task Check_ConditionOnContacts_IsRead()
    {
        const string Runs =
            """ "runsFor": {"typeName":"String","expression":{"type":"Literal","value":"Contacts"}}, "where": {"typeName":"String","expression":{"type":"Literal","value":"contact.Nothing > 1"}} """;

        var found = await new CalendarCheck().CheckAsync(Graph("MemberDay", Runs), default);

        Assert.NotEmpty(found);
        Assert.All(found, mistake => Assert.Equal("begin", mistake.Path));
    }

    /// <summary>While a slot's message waits to be confirmed, the next slot would not start unless re-entry is always allowed.</summary>
    [Theory]
    [InlineData("whenFinished", 1)]
    [InlineData("always", 0)]
    public async Task Check_SlotsThatBlockEachOther_AreWarnedOf(string reentry, int warnings)
    {
        var found = await new CalendarCheck().CheckAsync(Graph("GroupSop", "", reentry), default);

        Assert.Equal(warnings, found.Count(one => one.Code is "CAL011"));
    }

    [Fact]
    public void GetPossibleOutcomes_GroupSop_AreItsSlots()
    {
        const string Slots =
            """ "slots": {"typeName":"List<String>","expression":{"type":"Object","value":"[\"10:00 a\",\"12:00 b\"]"}} """;

        Assert.Equal(["10:00 a", "12:00 b"], Outcomes(Slots));
        Assert.Equal(["08:00 breakfast", "15:00 flash"], Outcomes(""));

        static IReadOnlyList<string>? Outcomes(string input) =>
            ((IDynamicOutcomes)Trigger(Graph("GroupSop", input)).Trigger!).GetPossibleOutcomes();
    }

    /// <summary>2026-02-14 is worked instead of a day of the Spring Festival; the journey's own time zone counts.</summary>
    [Fact]
    public void OccasionsAt_OnWorkdays_KeepsToTheAnnouncedDays()
    {
        const string Days =
            """ "onDays": {"typeName":"String","expression":{"type":"Literal","value":"workdays"}}, "slots": {"typeName":"List<String>","expression":{"type":"Object","value":"[\"10:00 a\"]"}} """;
        var trigger = Trigger(Graph("GroupSop", Days));

        var at = new DateTimeOffset(2026, 2, 11, 0, 0, 0, TimeSpan.Zero);
        List<string> keys = [];
        while (trigger.NextOccurrence(at) is { } next && next.Month == 2)
        {
            keys.AddRange(trigger.OccasionsAt(next).Select(one => one.Key));
            at = next;
        }

        Assert.Equal(
            ["11", "12", "13", "14", "24", "25", "26", "27", "28"],
            keys.Select(key => key["2026-02-".Length..]).Select(rest => rest[..2])
        );
        Assert.Equal("2026-02-11T1000@Asia/Urumqi", keys[0]);
    }

    /// <summary>1:1 SOP: the contact comes on 1 January at 15:00 in Urumqi: day 0 at 10:00 has passed.</summary>
    [Theory]
    [InlineData(0, "10:00", "passed 2026-01-01 09:00")]
    [InlineData(0, "18:00", "due 2026-01-01 12:00")]
    [InlineData(1, "10:00", "due 2026-01-02 04:00")]
    [InlineData(3, "10:00", "due 2026-01-04 04:00")]
    public async Task WaitForSopDay_DayOfTheSop_IsCountedFromEntry(int day, string time, string expected)
    {
        var graph = Compiler.Compile(Wait(day, time)).Graph!;
        var entered = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var contact = new Contact(new ContactState(new Guid("0197a000-0000-7000-8000-000000000001"), entered));
        var joined = new ContactEvent(
            "t",
            "1",
            ContactEventTypes.Joined,
            entered,
            [new ContactIdentity(IdentityKind.Phone, "13800000000")]
        );

        var run = await new JourneySimulator([graph], new NoServices()).RunAsync(
            contact,
            [joined],
            entered.AddDays(10)
        );

        var message = Assert.Single(run.Messages);
        Assert.Equal(expected, $"{message.Template} {message.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm}");
    }

    private static TriggerEntry Trigger(WorkflowGraph graph) =>
        TriggerIndex.Entries(graph).Single(entry => entry.IsScheduled);

    private static WorkflowGraph Graph(string type, string input, string reentry = "always") =>
        Compiler
            .Compile(
                $$"""
                { "definitionId": "j", "name": "j", "version": 1,
                  "customProperties": { "timeZone": "Asia/Urumqi", "entry": { "reentry": "{{reentry}}" } },
                  "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [
                    { "id": "begin", "type": "Marketing.{{type}}", "version": 1,
                      "customProperties": { "canStartWorkflow": true }{{(input.Length > 0 ? "," : "")}} {{input}} }],
                    "connections": [] } }
                """
            )
            .Graph!;

    private static string Wait(int day, string time) =>
        $$"""
            { "definitionId": "j", "name": "j", "version": 1, "customProperties": { "timeZone": "Asia/Urumqi" },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [
                { "id": "enter", "type": "Marketing.ContactEvent", "version": 1, "customProperties": { "canStartWorkflow": true },
                  "eventTypes": {"typeName":"List<String>","expression":{"type":"Object","value":"[\"contact.joined\"]" } } },
                { "id": "wait", "type": "Marketing.WaitForSopDay", "version": 1,
                  "day": { "typeName": "Int32", "expression": { "type": "Literal", "value": {{day}} } },
                  "time": { "typeName": "String", "expression": { "type": "Literal", "value": "{{time}}" } } },
                {{Say("due")}}, {{Say("passed")}}],
                "connections": [
                { "source": { "activity": "enter", "port": "Done" }, "target": { "activity": "wait", "port": "In" } },
                { "source": { "activity": "wait", "port": "Due" }, "target": { "activity": "due", "port": "In" } },
                { "source": { "activity": "wait", "port": "Passed" }, "target": { "activity": "passed", "port": "In" } }] } }
            """;

    private static string Say(string id) =>
        $$"""
            { "id": "{{id}}", "type": "Marketing.SendMessage", "version": 1,
              "channel": {"typeName":"String","expression":{"type":"Literal","value":"demo" } },
              "template": {"typeName":"String","expression":{"type":"Literal","value":"{{id}}" } },
              "text": {"typeName":"String","expression":{"type":"Literal","value":"x" } } }
            """;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
