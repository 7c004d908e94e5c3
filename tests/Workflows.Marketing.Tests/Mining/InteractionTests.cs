using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Mining;

/// <summary>Who takes part is tagged once, whatever happens how often (S2-48).</summary>
public sealed class InteractionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 12, 0, 0, TimeSpan.FromHours(8));

    private const string Journey = """
        In1 Marketing.Interaction tag=took-part KINDS First -> Thanks1
        In1 Again -> Again1
        Thanks1 Marketing.SendSms template=thanks text=hi Sent,Refused,Failed -> End1
        Again1 Marketing.SendSms template=again text=hi Sent,Refused,Failed -> End1
        End1 Elsa.End
        """;

    [Theory]
    [InlineData("wecom.moment_liked", """{"template":"spring-3"}""", "", true)]
    [InlineData("wecom.moment_commented", """{"template":"spring-3"}""", "", true)]
    [InlineData("content.clicked", """{"template":"spring-3"}""", "", true)]
    [InlineData("message.received", null, "", false)]
    [InlineData("message.received", null, "Reply", true)]
    [InlineData("wecom.moment_liked", """{"template":"spring-3"}""", "Comment", false)]
    [InlineData("wecom.moment_liked", """{"template":"daily-3"}""", "", false)]
    [InlineData("wecom.moment_liked", null, "", false)]
    public async Task Interaction_OfAKind_CountsWhereItIsWished(string type, string? data, string kinds, bool counts)
    {
        var run = await RunAsync(kinds, (type, data, Now));

        Assert.Equal(counts ? ["took-part"] : [], run.Contact.Tags);
        Assert.Equal(counts ? ["thanks"] : [], run.Messages.Select(message => message.Template));
    }

    [Fact]
    public async Task Interaction_Again_IsToldApartAndTaggedOnce()
    {
        const string Data = """{"template":"spring-1"}""";

        var run = await RunAsync(
            "",
            ("wecom.moment_liked", Data, Now),
            ("wecom.moment_commented", Data, Now.AddHours(1)),
            ("content.clicked", Data, Now.AddHours(2))
        );

        Assert.Equal(["thanks", "again", "again"], run.Messages.Select(message => message.Template));
        Assert.Equal(Now, Assert.Single(run.Contact.TagMarks).At);
    }

    private static async Task<ContactRun> RunAsync(
        string kinds,
        params (string Type, string? Data, DateTimeOffset At)[] events
    )
    {
        var drawn = Journey.Replace(
            " KINDS",
            " templates=[\"spring-*\"]" + (kinds.Length == 0 ? "" : $" kinds=[\"{kinds}\"]"),
            StringComparison.Ordinal
        );
        var graph = ShippedJourney.Compile(Drawing.Of(drawn, "\"entry\":{\"reentry\":\"always\"}"));
        var simulator = new JourneySimulator([graph], new ContactServices(await ShippedJourney.RuleSetsAsync()))
        {
            Ends = _ => new MessageOutcome(SendOutcome.Sent),
        };
        ContactIdentity[] names = [new ContactIdentity(IdentityKind.Phone, "13800000000")];
        return await simulator.RunAsync(
            new Contact(
                new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now) { Identities = [.. names] }
            ),
            [.. events.Select((one, i) => new ContactEvent("t", $"{i}", one.Type, one.At, [.. names], one.Data))],
            Now.AddDays(30)
        );
    }
}
