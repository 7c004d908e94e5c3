using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Journeys;

public class JourneySimulatorTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Run_SampleOrders_SendsWhatTheDurableRunnerSends(int seed)
    {
        var orders = SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = 150,
                Months = 12,
                Seed = seed,
            }
        );
        var events = orders.Select(new OrderEvents(Shanghai).Of).ToArray();
        var until = WorkspaceDay.Start(new DateOnly(2022, 1, 31), Shanghai);
        var services = new ContactServices(await ShippedJourney.RuleSetsAsync());
        var journey = ShippedJourney.LifecycleCare();

        var rig = new JourneyRig([journey], services);
        await rig.AcceptAsync(events);
        var turns = await rig.RunAsync(until);
        var simulator = new JourneySimulator([journey], services);
        List<ContactRun> runs = [];
        foreach (var own in events.GroupBy(item => item.Identities[0].Value, StringComparer.Ordinal))
        {
            var contact = new Contact(
                new ContactState(new Guid(runs.Count + 1, 0, 0, new byte[8]), own.First().At)
                {
                    Identities = own.First().Identities,
                }
            );
            runs.Add(await simulator.RunAsync(contact, [.. own], until));
        }

        Assert.Equal(turns, runs.Sum(run => run.Turns));
        Assert.Equal(Text(rig.Messages), Text(runs.SelectMany(run => run.Messages)));
        Assert.Equal(Text(rig.Contacts), Text(runs.Select(run => run.Contact)));
    }

    [Fact]
    public async Task Run_WaitThatIsOverAlready_SaysThatTheJourneyLoops()
    {
        var past = ShippedJourney.Compile(
            """
            { "definitionId": "past", "root": { "id": "f", "type": "Elsa.Flowchart",
              "activities": [
                { "id": "t", "type": "Marketing.ContactEvent", "customProperties": { "canStartWorkflow": true },
                  "eventTypes": { "typeName": "ICollection<String>", "expression": { "type": "Object", "value": "[\"order.paid\"]" } } },
                { "id": "w", "type": "Marketing.WaitForContactEvent",
                  "eventType": { "typeName": "String", "expression": { "type": "Literal", "value": "order.paid" } },
                  "timeout": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "00:00:00" } } } ],
              "connections": [
                { "source": { "activity": "t", "port": "Done" }, "target": { "activity": "w", "port": "In" } },
                { "source": { "activity": "w", "port": "TimedOut" }, "target": { "activity": "w", "port": "In" } } ] } }
            """
        );
        var simulator = new JourneySimulator([past], new ContactServices(await ShippedJourney.RuleSetsAsync()));
        var at = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var contact = new Contact(new ContactState(Guid.Empty, at));
        var paid = new ContactEvent("shop", "1", "order.paid", at, []);

        var endless = await Assert.ThrowsAsync<EndlessJourneyException>(async () =>
            await simulator.RunAsync(contact, [paid], at)
        );

        Assert.StartsWith(
            "The journey 'past' loops without waiting at 2021-01-01T00:00:00+00:00",
            endless.Message,
            StringComparison.Ordinal
        );
    }

    private static string Text(IEnumerable<OutboundMessage> messages) =>
        string.Join(
            '\n',
            messages
                .Select(message =>
                    $"{((Recipient.Person)message.Recipient).To} {message.CreatedAt:O} {message.Template} {message.Content.Text}"
                )
                .Order(StringComparer.Ordinal)
        );

    private static string Text(IEnumerable<Contact> contacts) =>
        string.Join(
            '\n',
            contacts
                .Select(contact =>
                    $"{contact.Identities} {contact.PaidOrderCount} {contact.PaidAmount} {contact.Attribute("tier")}"
                )
                .Order(StringComparer.Ordinal)
        );
}
