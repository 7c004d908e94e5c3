using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Recommending;

/// <summary>What is said of blocks that recommend before their journey is published.</summary>
public sealed class RecommendCheckTests
{
    [Theory]
    [InlineData("model=oracle", "REC001 There is no model 'oracle'.")]
    [InlineData("model=chosen", "REC002 A person chooses, and nothing is written down.")]
    [InlineData("model=chosen only=[\"tea\"]", "")]
    [InlineData("model=rules ruleSet=no-such", "JRN001 No rule set named 'no-such' is published.")]
    [InlineData("ruleSet=no-such", "JRN001 No rule set named 'no-such' is published.")]
    [InlineData("model=rules", "")]
    [InlineData("model=co-purchase ruleSet=no-such", "")]
    public async Task Check_Block_HasWhatItsModelNeeds(string inputs, string expected)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "recommend-score", "rules.json"));
        var models = new RecommenderSet(RecommendationDesk.Shipped(ruleSets, new MemoryPurchaseBook([]), 1));
        var drawn = Drawing.Of(
            $"""
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Pick1
            Pick1 Marketing.Recommend {inputs} Recommended,NothingToRecommend -> End1
            End1 Elsa.End
            """,
            ""
        );

        var found = await new RecommendCheck(models, ruleSets).CheckAsync(ShippedJourney.Compile(drawn), default);

        Assert.Equal(expected, string.Join('\n', found.Select(one => $"{one.Code} {one.Message}")));
        Assert.All(
            found,
            one =>
            {
                Assert.Equal("S4-48", one.Source);
                Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message);
            }
        );
    }
}
