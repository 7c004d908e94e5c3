using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Recommending;

/// <summary>The block that recommends, in a journey: what it picks is said by the next block, and told with who made the pick.</summary>
public sealed class RecommendTests
{
    private const string Journey = """
        { "definitionId": "recommending", "name": "recommending", "version": 1,
          "customProperties": { "entry": { "reentry": "always" }, "timeZone": "Asia/Shanghai" },
          "variables": [ { "id": "v1", "name": "Pick", "typeName": "Object" }, { "id": "v2", "name": "Told", "typeName": "Object" } ],
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "in", "type": "Marketing.ContactEvent", "version": 1, "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"journey.begins\"]" } } },
              { "id": "heard", "type": "Marketing.ContactEvent", "version": 1, "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"recommendation.made\"]" } },
                "result": { "typeName": "Object", "memoryReference": { "id": "v2" } } },
              { "id": "pick", "type": "Marketing.Recommend", "version": 1,
                "model": { "typeName": "String", "expression": { "type": "Literal", "value": "<model>" } },
                "only": { "typeName": "Object", "expression": { "type": "Object", "value": "<only>" } },
                "pick": { "typeName": "Object", "memoryReference": { "id": "v1" } } },
              { "id": "say", "type": "Marketing.SendMessage", "version": 1,
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "say" } },
                "text": { "typeName": "String", "expression": { "type": "Liquid", "value": "给你留了{{ Variables.Pick.name }}" } } },
              { "id": "none", "type": "Marketing.SendMessage", "version": 1,
                "purpose": { "typeName": "String", "expression": { "type": "Literal", "value": "service" } },
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "none" } } },
              { "id": "note", "type": "Marketing.SendMessage", "version": 1,
                "template": { "typeName": "String", "expression": { "type": "Literal", "value": "note" } },
                "text": { "typeName": "String", "expression": { "type": "Liquid",
                  "value": "{{ Variables.Told.data.item }} {{ Variables.Told.data.model }} {{ Variables.Told.data.madeBy }} {{ Variables.Told.data.rank }} {{ Variables.Told.data.journey }}" } } } ],
            "connections": [
              { "source": { "activity": "in", "port": "Done" }, "target": { "activity": "pick" } },
              { "source": { "activity": "heard", "port": "Done" }, "target": { "activity": "note" } },
              { "source": { "activity": "pick", "port": "Recommended" }, "target": { "activity": "say" } },
              { "source": { "activity": "pick", "port": "NothingToRecommend" }, "target": { "activity": "none" } } ] } }
        """;

    private const string Cases = """
        { "places": { "products": [
            { "sku": "tea", "name": "茶", "role": "Traffic" }, { "sku": "pot", "name": "壶", "role": "Hit" },
            { "sku": "cup", "name": "杯", "role": "Profit" }, { "sku": "spoon", "name": "勺", "role": "Profit" } ] },
          "cases": [ { "name": "one",
            "orders": [
              { "at": "2026-02-01T10:00:00+08:00", "name": "li", "product": "cup" },
              { "at": "2026-02-02T10:00:00+08:00", "name": "li", "product": "pot" } ],
            "events": [
              { "at": "2026-03-01T10:00:00+08:00", "type": "<type>", "data": <data> },
              { "at": "2026-03-02T10:00:00+08:00", "type": "journey.begins" } ],
            "until": "2026-03-03T10:00:00+08:00",
            "expect": { "messages": [ <messages> ] } } ] }
        """;

    [Theory]
    [InlineData("rules", "[]", "app.opened", "{}", "茶", "tea rules algorithm 1")]
    [InlineData("rules", "[]", "order.paid", """{"lines":[{"sku":"pot"}]}""", "杯", "cup rules algorithm 1")]
    [InlineData("rules", "[]", "order.paid", """{"lines":[{"sku":"tea"}]}""", "壶", "pot rules algorithm 1")]
    [InlineData(
        "co-purchase",
        "[]",
        "order.paid",
        """{"lines":[{"sku":"cup"}]}""",
        "壶",
        "pot co-purchase algorithm 1"
    )]
    [InlineData("chosen", "[\"spoon\",\"tea\"]", "app.opened", "{}", "勺", "spoon chosen person 1")]
    public async Task Recommend_Pick_IsSaidByTheNextBlockAndToldWithWhoMadeIt(
        string model,
        string only,
        string type,
        string data,
        string said,
        string told
    ) =>
        await AssertSaidAsync(
            model,
            only,
            type,
            data,
            $$"""{ "template": "say", "text": "给你留了{{said}}" }, { "template": "note", "text": "{{told}} recommending" }"""
        );

    [Theory]
    [InlineData("co-purchase", "[]", "order.paid", """{"lines":[{"sku":"spoon"}]}""")]
    [InlineData("chosen", "[\"spoon\"]", "order.paid", """{"lines":[{"sku":"spoon"}]}""")]
    [InlineData("rules", "[]", "contact.opted-out", """{"channel":"wecom","purpose":"marketing"}""")]
    public async Task Recommend_NothingFits_GoesOnWithoutAPick(string model, string only, string type, string data) =>
        await AssertSaidAsync(model, only, type, data, """{ "template": "none" }""");

    private static async Task AssertSaidAsync(string model, string only, string type, string data, string messages)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "recommend-score", "rules.json"));
        var journey = Journey
            .Replace("<model>", model, StringComparison.Ordinal)
            .Replace("<only>", only.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var file = JourneyCaseFile.Read(
            Cases
                .Replace("<type>", type, StringComparison.Ordinal)
                .Replace("<data>", data, StringComparison.Ordinal)
                .Replace("<messages>", messages, StringComparison.Ordinal)
        );
        Assert.True(file.Succeeded, string.Join('\n', file.Diagnostics));
        var runner = new JourneyCaseRunner(ShippedJourney.Compile(journey), ruleSets, file.Places) { Forgets = true };

        Assert.Equal([], Assert.Single(await runner.RunAsync(file.Cases)).Mismatches);
    }
}
