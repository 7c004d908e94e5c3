using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Tests.Limits;

public sealed class JourneyBudgetsTests
{
    [Theory]
    [InlineData("""{ "limits": { "subsidyBudget": 99.5 } }""", 99.5)]
    [InlineData("""{ "limits": { "subsidyBudget": "much" } }""", null)]
    [InlineData("""{ "limits": [] }""", null)]
    [InlineData("{}", null)]
    public async Task Budget_OfAMessage_IsItsJourneys(string settings, double? budget)
    {
        var catalog = new DefinitionCatalog(
            new MemoryDefinitionStore(),
            new WorkflowValidator(new WorkflowCompiler(), []),
            TimeProvider.System
        );
        var publication = await catalog.PublishAsync(
            $$"""
            {
              "definitionId": "spring",
              "customProperties": {{settings}},
              "root": { "id": "root", "type": "Elsa.Sequence", "activities": [] }
            }
            """,
            CancellationToken.None
        );
        Assert.True(publication.IsPublished, string.Join("\n", publication.Diagnostics));

        var found = await new JourneyBudgets(catalog).OfAsync(Message("spring"), CancellationToken.None);

        Assert.Equal((decimal?)budget, found);
        Assert.Null(await new JourneyBudgets(catalog).OfAsync(Message("autumn"), CancellationToken.None));
    }

    private static OutboundMessage Message(string journey) =>
        new(
            "m",
            new Recipient.Group("g"),
            Carrier.Group,
            "wecom",
            "gift",
            new MessageContent(""),
            "marketing",
            DateTimeOffset.UnixEpoch,
            journey,
            1
        );
}
