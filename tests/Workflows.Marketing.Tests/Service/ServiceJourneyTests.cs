using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service.Orders;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Service;

/// <summary>The blocks of service in virtual time: a chat becomes a work order, ends, and is rated.</summary>
public sealed class ServiceJourneyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private const string Desk = """
        { "definitionId": "desk", "customProperties": { "entry": { "reentry": "always" } },
          "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [
            { "id": "open", "type": "Marketing.OpenWorkOrder", "customProperties": { "canStartWorkflow": true } },
            { "id": "wait", "type": "Marketing.WaitForWorkOrder" } ],
          "connections": [
            { "source": { "activity": "open", "port": "Opened" }, "target": { "activity": "wait", "port": "In" } },
            { "source": { "activity": "open", "port": "Reopened" }, "target": { "activity": "wait", "port": "In" } } ] } }
        """;

    private const string Rating = """
        { "definitionId": "rating", "customProperties": { "entry": { "reentry": "always" } },
          "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [
            { "id": "closed", "type": "Marketing.ContactEvent", "customProperties": { "canStartWorkflow": true },
              "eventTypes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"workorder.closed\"]" } } },
            { "id": "ask", "type": "Marketing.AskForRating" },
            { "id": "wait", "type": "Marketing.WaitForRating",
              "timeout": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "1.00:00:00" } } },
            { "id": "again", "type": "Marketing.AskForRating" },
            { "id": "more", "type": "Marketing.AskForRating" },
            { "id": "tag", "type": "Marketing.AddTag", "tag": { "typeName": "String", "expression": { "type": "Literal", "value": "rated" } } },
            { "id": "none", "type": "Marketing.AddTag", "tag": { "typeName": "String", "expression": { "type": "Literal", "value": "enough" } } } ],
          "connections": [
            { "source": { "activity": "closed", "port": "Done" }, "target": { "activity": "ask", "port": "In" } },
            { "source": { "activity": "ask", "port": "First" }, "target": { "activity": "wait", "port": "In" } },
            { "source": { "activity": "wait", "port": "Rated" }, "target": { "activity": "tag", "port": "In" } },
            { "source": { "activity": "wait", "port": "TimedOut" }, "target": { "activity": "again", "port": "In" } },
            { "source": { "activity": "again", "port": "Reminder" }, "target": { "activity": "more", "port": "In" } },
            { "source": { "activity": "more", "port": "Enough" }, "target": { "activity": "none", "port": "In" } } ] } }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_GoesQuiet_IsClosedFourHoursAfterTheLastWord_AndRatedOnce(bool forgets)
    {
        var rig = await ServiceRig.CreateAsync();

        var run = await RunAsync(
            rig,
            forgets,
            Said(0, "message.received", """{"staff":"li","text":"在吗"}"""),
            Said(3, "message.sent", """{"staff":"li"}"""),
            Said(12, "service.rated", """{"rating":5,"comment":"好"}"""),
            Said(13, "service.rated", """{"rating":1}""")
        );

        var order = Assert.Single(await rig.Store.ListAsync(1, new WorkOrderQuery(), default));
        Assert.Equal(("idle", Start.AddHours(7)), (order.Outcome, order.ClosedAt));
        Assert.Equal((5, "好", 1), (order.Rating, order.Comment, order.Asks));
        Assert.Equal("在吗", order.Demand);
        Assert.Equal(["rated"], run.Contact.Tags);
        Assert.All(run.Instances, instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));
    }

    [Fact]
    public async Task Chat_TheCustomerBuys_IsClosedAsTraded_AndNobodyAsksAThirdTime()
    {
        var rig = await ServiceRig.CreateAsync();

        var run = await RunAsync(
            rig,
            forgets: true,
            Said(0, "message.received", "{}"),
            Said(1, "order.paid", """{"amount":9.9}""")
        );

        var order = Assert.Single(await rig.Store.ListAsync(1, new WorkOrderQuery(), default));
        Assert.Equal(("traded", Start.AddHours(1)), (order.Outcome, order.TradedAt));
        Assert.Equal((2, null), (order.Asks, order.Rating));
        Assert.Equal(["enough"], run.Contact.Tags);
    }

    [Theory]
    [InlineData("您好，很高兴为您服务", null, "Warm")]
    [InlineData("呵呵，您开心就好", null, "Sarcastic")]
    [InlineData("No idea.", null, "Cold")]
    [InlineData("明天到货", null, "Neutral")]
    [InlineData("您好", -2, "Sarcastic")]
    public async Task ScoreSentence_Sentence_LeavesByItsToneAndTellsIt(string text, int? given, string port)
    {
        var rig = await ServiceRig.CreateAsync();
        var journey = ShippedJourney.Compile(
            $$"""
            { "definitionId": "tone", "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [
              { "id": "in", "type": "Marketing.ContactEvent", "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"message.sent\"]" } } },
              { "id": "score", "type": "Marketing.ScoreSentence",
                "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } },
                "given": { "typeName": "Int32", "expression": { "type": "Literal", "value": "{{given}}" } } },
              { "id": "tag", "type": "Marketing.AddTag", "tag": { "typeName": "String", "expression": { "type": "Literal", "value": "yes" } } },
              { "id": "heard", "type": "Marketing.ContactEvent", "customProperties": { "canStartWorkflow": true },
                "eventTypes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"staff.sentence-scored\"]" } } },
              { "id": "told", "type": "Marketing.AddTag", "tag": { "typeName": "String", "expression": { "type": "Literal", "value": "told" } } } ],
              "connections": [
                { "source": { "activity": "in", "port": "Done" }, "target": { "activity": "score", "port": "In" } },
                { "source": { "activity": "heard", "port": "Done" }, "target": { "activity": "told", "port": "In" } },
                { "source": { "activity": "score", "port": "{{port}}" }, "target": { "activity": "tag", "port": "In" } } ] } }
            """
        );
        var run = await new JourneySimulator([journey], rig).RunAsync(
            ServiceRig.Customer(Start),
            [Said(0, "message.sent", "{}")],
            Start.AddDays(1)
        );

        Assert.Equal(["told", "yes"], run.Contact.Tags.Order(StringComparer.Ordinal));
    }

    private static ContactEvent Said(double hours, string type, string data) =>
        new(
            "chat",
            $"{hours}",
            type,
            Start.AddHours(hours),
            [new ContactIdentity(IdentityKind.Phone, "13800000001")],
            data
        );

    private static async Task<ContactRun> RunAsync(ServiceRig rig, bool forgets, params ContactEvent[] events) =>
        await new JourneySimulator([ShippedJourney.Compile(Desk), ShippedJourney.Compile(Rating)], rig)
        {
            Forgets = forgets,
        }.RunAsync(ServiceRig.Customer(Start), events, Start.AddDays(30));
}
