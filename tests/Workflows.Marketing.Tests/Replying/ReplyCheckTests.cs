using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Replying;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Replying;

/// <summary>What is said of blocks that answer before their journey is published.</summary>
public sealed class ReplyCheckTests
{
    [Theory]
    [InlineData("model=oracle", "Send1", "Task1", "RPL001 Error There is no model 'oracle' that answers.")]
    [InlineData(
        "model=rules ruleSet=no-such",
        "Send1",
        "Task1",
        "JRN001 Error No rule set named 'no-such' is published."
    )]
    [InlineData("model=rules", "Send1", "Task1", "")]
    [InlineData("model=phrases ruleSet=no-such", "Send1", "Task1", "")]
    [InlineData("model=phrases", "Send1", "", "RPL002 Error Where the model is not sure, nobody answers the customer.")]
    [InlineData("model=phrases", "Note1", "Task1", "RPL003 Warning No block says the answer that was found.")]
    public async Task Check_Block_AnswersByAModelOrAPerson(
        string inputs,
        string answered,
        string handOver,
        string expected
    )
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "auto-reply", "rules.json"));
        var models = new ReplierSet(ReplyDesk.Shipped(ruleSets));
        var drawn = Drawing.Of(
            $"""
            In1 Marketing.ContactEvent eventTypes=["message.received"] -> Reply1
            Reply1 Marketing.AutoReply message=hi {inputs} Answered -> {answered}
            {(handOver.Length > 0 ? $"Reply1 HandOver -> {handOver}" : "")}
            Send1 Marketing.PushToSidebar staff=li template=answer * -> End1
            Note1 Marketing.AddTag tag=asked -> End1
            Task1 Marketing.StaffTask template=ask staff=li * -> End1
            End1 Elsa.End
            """,
            ""
        );

        var found = await new ReplyCheck(models, ruleSets).CheckAsync(ShippedJourney.Compile(drawn), default);

        Assert.Equal(expected, string.Join('\n', found.Select(one => $"{one.Code} {one.Severity} {one.Message}")));
        Assert.All(
            found,
            one =>
            {
                Assert.Equal("S4-48", one.Source);
                Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message);
                Assert.NotEqual(one.Remedy, JourneyMessages.In(one, Language.Chinese).Remedy);
            }
        );
    }
}
