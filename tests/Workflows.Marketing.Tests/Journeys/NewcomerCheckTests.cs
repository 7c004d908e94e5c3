using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Checks;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>No way leads a newcomer to an offer before a welcome and something of use (S1-13).</summary>
public sealed class NewcomerCheckTests
{
    private const string Offer = """
        Offer1 Marketing.SendPrivateMessage template=offer kind=offer product=p text=优惠 * -> End1
        End1 Elsa.End
        """;

    private const string Know = "Marketing.SendPrivateMessage template=know kind=knowledge text=怎么选 *";

    [Theory]
    [InlineData("""["contact.joined"]""", "-> Offer1", "Entry1 → Offer1")]
    [InlineData("""["order.paid","wecom.friend_added"]""", "-> Offer1", "Entry1 → Offer1")]
    [InlineData("""["contact.joined"]""", $"-> Know1\nKnow1 {Know} -> Offer1", "Entry1 → Know1 → Offer1")]
    [InlineData("""["contact.joined"]""", $"-> Know1\nKnow1 {Know} -> Know2\nKnow2 {Know} -> Offer1", null)]
    [InlineData(
        """["contact.joined"]""",
        $"-> Hello1\nHello1 Marketing.SendWelcome template=hi text=您好 Sent,NotAFriend,Refused,Failed -> Know1\nKnow1 {Know} -> Offer1",
        null
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Wait1\nWait1 Marketing.WaitForContactEvent eventType=order.paid timeout=1.00:00:00 Received -> Offer1",
        null
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Wait1\nWait1 Marketing.WaitForContactEvent eventType=order.paid timeout=1.00:00:00 TimedOut -> Offer1",
        "Entry1 → Wait1 → Offer1"
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Tier1\nTier1 Marketing.EvaluateRules ruleSet=lifecycle-tiers silent,loyal -> Offer1",
        null
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Tier1\nTier1 Marketing.EvaluateRules ruleSet=lifecycle-tiers new -> Offer1",
        "Entry1 → Tier1 → Offer1"
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Stage1\nStage1 Marketing.ChangeStage stage=trusted Changed,Unchanged -> Offer1",
        null
    )]
    [InlineData(
        """["contact.joined"]""",
        "-> Stage1\nStage1 Marketing.ChangeStage stage=acquainted Changed,Unchanged -> Offer1",
        "Entry1 → Stage1 → Offer1"
    )]
    [InlineData("""["order.paid"]""", "-> Offer1", null)]
    public void Run_WaysToAnOffer_TheShortestThatComesTooSoonIsShown(string events, string way, string? shown)
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of($"Entry1 Marketing.ContactEvent eventTypes={events} {way}\n{Offer}", "")
        );

        var found = PlayCheck.Run(graph).Where(one => one.Code is PlayCodes.OfferTooSoon).ToList();

        if (shown is null)
        {
            Assert.Empty(found);
            return;
        }

        var one = Assert.Single(found);
        Assert.Equal(
            ($"A newcomer is offered something before a welcome and something of use: {shown}.", "Offer1"),
            (one.Message, one.Path)
        );
        Assert.Equal((DiagnosticSeverity.Warning, "S1-13"), (one.Severity, one.Source));
    }
}
