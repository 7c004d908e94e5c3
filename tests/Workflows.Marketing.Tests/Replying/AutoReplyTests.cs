using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Replying;

/// <summary>The block that answers, in a journey: the next block says the approved script, or a person is told; each is told with who made it.</summary>
public sealed class AutoReplyTests
{
    private const string Journey = """
        { "definitionId": "replying", "name": "replying", "version": 1,
          "customProperties": { "entry": { "reentry": "always" }, "timeZone": "Asia/Shanghai" },
          "variables": [ { "id": "v1", "name": "Start", "typeName": "Object" }, { "id": "v2", "name": "Told", "typeName": "Object" },
            { "id": "v3", "name": "Answer", "typeName": "String" }, { "id": "v4", "name": "Reason", "typeName": "String" } ],
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "in", "type": "Marketing.ContactEvent", "version": 1, "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"message.received\"]" } },
                "result": { "typeName": "Object", "memoryReference": { "id": "v1" } } },
              { "id": "heard", "type": "Marketing.ContactEvent", "version": 1, "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"reply.made\"]" } },
                "result": { "typeName": "Object", "memoryReference": { "id": "v2" } } },
              { "id": "reply", "type": "Marketing.AutoReply", "version": 1,
                "message": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ Variables.Start.data.text }}" } },
                "content": { "typeName": "String", "memoryReference": { "id": "v3" } },
                "reason": { "typeName": "String", "memoryReference": { "id": "v4" } } },
              { "id": "say", "type": "Marketing.PushToSidebar", "version": 1,
                "staff": { "typeName": "String", "expression": { "type": "Literal", "value": "li" } },
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "say" } },
                "purpose": { "typeName": "String", "expression": { "type": "Literal", "value": "service" } },
                "content": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ Variables.Answer }}" } } },
              { "id": "ask", "type": "Marketing.StaffTask", "version": 1,
                "staff": { "typeName": "String", "expression": { "type": "Literal", "value": "li" } },
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "ask" } },
                "text": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ Variables.Reason }}" } } },
              { "id": "note", "type": "Marketing.StaffTask", "version": 1,
                "staff": { "typeName": "String", "expression": { "type": "Literal", "value": "li" } },
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "note" } },
                "text": { "typeName": "String", "expression": { "type": "Liquid",
                  "value": "{{ Variables.Told.data.content }} {{ Variables.Told.data.model }} {{ Variables.Told.data.madeBy }} {{ Variables.Told.data.journey }}" } } } ],
            "connections": [
              { "source": { "activity": "in", "port": "Done" }, "target": { "activity": "reply" } },
              { "source": { "activity": "heard", "port": "Done" }, "target": { "activity": "note" } },
              { "source": { "activity": "reply", "port": "Answered" }, "target": { "activity": "say" } },
              { "source": { "activity": "reply", "port": "HandOver" }, "target": { "activity": "ask" } } ] } }
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Message_ThatAScriptAnswers_IsAnsweredByItAndToldWithWhoMadeIt() =>
        await AssertSaidAsync(
            """{ "type": "message.received", "data": { "text": "我的包裹多久到" } }""",
            """{ "template": "say", "text": "两天内到" }, { "template": "note", "text": "ship@1 phrases algorithm replying" }"""
        );

    [Theory]
    [InlineData("到了吗", "not_sure")]
    [InlineData("今天天气不错", "nothing_known")]
    [InlineData("多久到？再不到我要退款", "person_wanted")]
    [InlineData("", "nothing_said")]
    public async Task Message_TheModelIsNotSureOf_IsHandedOver(string text, string reason) =>
        await AssertSaidAsync(
            $$"""{ "type": "message.received", "data": { "text": "{{text}}" } }""",
            $$"""{ "template": "ask", "text": "{{reason}}" }, { "template": "note", "text": " phrases person replying" }"""
        );

    [Fact]
    public async Task Message_OfWhoRefusesService_IsHandedOver() =>
        await AssertSaidAsync(
            """
            { "type": "contact.opted-out", "data": { "channel": "wecom", "purpose": "service" } },
            { "type": "message.received", "data": { "text": "多久到" } }
            """,
            """{ "template": "ask", "text": "opted_out" }, { "template": "note", "text": " phrases person replying" }"""
        );

    private static async Task AssertSaidAsync(string events, string messages)
    {
        var file = JourneyCaseFile.Read(
            $$"""
            { "cases": [ { "name": "one",
                "events": [ {{events.Replace(
                "{ \"type\"",
                "{ \"at\": \"2026-03-01T10:00:00+08:00\", \"type\"",
                StringComparison.Ordinal
            )}} ],
                "until": "2026-03-03T10:00:00+08:00",
                "expect": { "messages": [ {{messages}} ] } } ] }
            """
        );
        Assert.True(file.Succeeded, string.Join('\n', file.Diagnostics));
        var runner = new JourneyCaseRunner(
            ShippedJourney.Compile(Journey),
            await ShippedJourney.RuleSetsAsync(),
            file.Places
        )
        {
            Forgets = true,
            Contents = new ContentShelf(await LibraryAsync(), tenant: 1),
        };

        Assert.Equal([], Assert.Single(await runner.RunAsync(file.Cases)).Mismatches);
    }

    private static async Task<MemoryContentStore> LibraryAsync()
    {
        var contents = new MemoryContentStore();
        var script = new ContentItem
        {
            Id = "ship",
            Kind = ContentKinds.Script,
            Name = "多久到/物流到了哪里",
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("两天内到") },
        };
        await contents.WriteAsync(1, script, new ContentChange(ContentStep.Write, "li", Now), default);
        foreach (var step in new[] { ContentStep.Submit, ContentStep.Approve })
        {
            await contents.MoveAsync(1, script.Id, 1, new ContentChange(step, "wang", Now), default);
        }

        return contents;
    }
}
