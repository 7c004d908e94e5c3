using Workflows.Marketing.Converting;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Mining;

namespace Workflows.Marketing.Tests.Converting;

/// <summary>What sells, block by block.</summary>
public sealed class ConvertBlockTests
{
    private const string Away = """
        In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Go1
        Go1 Marketing.SendToPublicPlatform template=go platform=taobao text=去直播间 linkUrl=https://t.cn/x waitFor=3.00:00:00 Returned -> Back1
        Go1 Clicked -> Clicked1
        Go1 TimedOut -> Gone1
        Go1 QuotaReached,NotAFriend,Deferred,Refused,Failed -> Not1
        Back1 Marketing.SendPrivateMessage template=back text=a * -> End1
        Clicked1 Marketing.SendPrivateMessage template=clicked text=a * -> End1
        Gone1 Marketing.SendPrivateMessage template=gone text=a * -> End1
        Not1 Marketing.SendPrivateMessage template=not text=a * -> End1
        End1 Elsa.End
        """;

    [Theory]
    [InlineData("platform.returned", """{"platform":"taobao","order":"T1"}""", "app", "go back")]
    [InlineData("platform.returned", """{"platform":"douyin"}""", "app", "go gone")]
    [InlineData("order.paid", """{"amount":9}""", "taobao", "go back")]
    [InlineData("order.paid", """{"amount":9}""", "shop", "go gone")]
    [InlineData("content.clicked", """{"template":"go"}""", "link", "go clicked")]
    [InlineData("content.clicked", """{"template":"other"}""", "link", "go gone")]
    public async Task PublicPlatform_WayBack_ClosesTheLoop(string type, string data, string source, string said)
    {
        var run = await Played.Async(Away, [(1, type, data, source)]);

        Assert.Equal(said, Played.Said(run));
        var message = run.Messages[0];
        Assert.StartsWith("去直播间\n提示：", message.Content.Text, StringComparison.Ordinal);
        Assert.Equal(new Attachment.Link("https://t.cn/x", "https://t.cn/x"), message.Content.Attachments.Single());
    }

    [Fact]
    public async Task PublicPlatform_ClickThenOrder_IsBack()
    {
        var run = await Played.Async(
            Away,
            [
                (1, "content.clicked", """{"template":"go"}""", "link"),
                (2, "order.paid", """{"amount":9}""", "shop"),
                (3, "order.paid", """{"amount":9}""", "taobao"),
            ]
        );

        Assert.Equal("go back", Played.Said(run));
    }

    [Theory]
    [InlineData(SendOutcome.Unconfirmed, "go gone")]
    [InlineData(SendOutcome.NotAFriend, "go not")]
    [InlineData(SendOutcome.Failed, "go not")]
    public async Task PublicPlatform_NotSaid_DoesNotWait(SendOutcome outcome, string said)
    {
        var run = await Played.Async(
            Away,
            [],
            message => new MessageOutcome(message.Template is "go" ? outcome : SendOutcome.Sent)
        );

        Assert.Equal(said, Played.Said(run));
    }

    /// <summary>Every pair of stages, and before the first.</summary>
    [Theory]
    [InlineData(null, "need")]
    [InlineData("need", "recommend")]
    [InlineData("recommend", "convert need")]
    [InlineData("convert", "maintain need")]
    [InlineData("maintain", "need")]
    public void SalesStage_From_GoesNowhereElse(string? from, string to) =>
        Assert.Equal(
            to.Split(' ').Order(StringComparer.Ordinal),
            SalesStages.All.Where(stage => SalesStages.Allows(from, stage)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task SalesStage_Jump_IsRefused_AndDurationsAreTold()
    {
        const string Stages = """
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> S1
            S1 Marketing.SalesStage stage=need Changed,Unchanged,Refused -> Wait1
            Wait1 Marketing.WaitForReply timeout=2.12:00:00 Replied,TimedOut -> S2
            S2 Marketing.SalesStage stage=convert Changed,Unchanged -> Wrong1
            S2 Refused -> S3
            S3 Marketing.SalesStage stage=recommend Changed -> Right1
            S3 Unchanged,Refused -> Wrong1
            Right1 Marketing.SendPrivateMessage template=right text=js:String(getOutputFrom("S3","Days")) * -> End1
            Wrong1 Marketing.SendPrivateMessage template=wrong text=a * -> End1
            End1 Elsa.End
            """;

        var run = await Played.Async(Stages);

        Assert.Equal("right", Played.Said(run));
        Assert.Equal("2.5", run.Messages[0].Content.Text);
        Assert.Equal("recommend", run.Contact.Attribute(SalesStages.Attribute));
        Assert.Equal("2026-03-04T14:00:00.0000000Z", run.Contact.Attribute(SalesStages.SinceAttribute));
    }

    [Theory]
    [InlineData("from=2026-03-03T00:00:00Z", "early")]
    [InlineData("until=2026-03-02T02:00:00Z", "over")]
    [InlineData("from=2026-03-02T02:00:00Z until=2026-03-02T02:00:01Z", "open")]
    [InlineData("", "open")]
    public async Task Offer_ByTime_IsOpenOrNot(string period, string said)
    {
        var drawn = $"""
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Offer1
            Offer1 Marketing.Offer offerId=o1 product=tea price=99 {period} Open -> Open1
            Offer1 NotYet -> Early1
            Offer1 Over -> Over1
            Open1 Marketing.SendPrivateMessage template=open text=a * -> End1
            Early1 Marketing.SendPrivateMessage template=early text=a * -> End1
            Over1 Marketing.SendPrivateMessage template=over text=a * -> End1
            End1 Elsa.End
            """;

        Assert.Equal(said, Played.Said(await Played.Async(drawn)));
    }

    [Theory]
    [InlineData("", "amount ")]
    [InlineData("raises=frequency", "frequency ")]
    [InlineData("offerType=bundle", "amount bundle")]
    [InlineData("offerType=spendAndSave", "amount spendAndSave")]
    [InlineData("offerType=addOn", "amount addOn")]
    [InlineData("offerType=cycle", "frequency cycle")]
    [InlineData("offerType=punchCard", "frequency punchCard")]
    [InlineData("offerType=returnCoupon", "frequency returnCoupon")]
    public async Task Offer_Type_SaysWhatItRaises(string type, string said)
    {
        var drawn = $$"""
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Offer1
            Offer1 Marketing.Offer offerId=o1 {{type}} product=tea price=99 Open,NotYet,Over -> Told1
            Told1 Marketing.SendPrivateMessage template=told text=js:[getOutputFrom("Offer1","Result").raises,getOutputFrom("Offer1","Result").type].join(String.fromCharCode(32)) * -> End1
            End1 Elsa.End
            """;

        Assert.Equal(said, Assert.Single((await Played.Async(drawn)).Messages).Content.Text);
    }
}
