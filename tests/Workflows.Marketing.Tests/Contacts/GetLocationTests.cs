using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Mining;

namespace Workflows.Marketing.Tests.Contacts;

/// <summary>Asking for the position (S0-38): one answer, with consent, whatever happens in between; the process is as good as killed after every step.</summary>
public sealed class GetLocationTests
{
    private const string Asking = """
        In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Ask1
        Ask1 Marketing.GetLocation template=ask text=您在哪里 miniProgram=wx1 miniProgramPage=pages/locate waitFor=1.00:00:00 Located -> Found1
        Ask1 Declined -> No1
        Ask1 TimedOut -> Late1
        Ask1 QuotaReached,NotAFriend,Deferred,Refused,Failed -> Not1
        Found1 Marketing.SendPrivateMessage template=located text=a * -> End1
        No1 Marketing.SendPrivateMessage template=declined text=a * -> End1
        Late1 Marketing.SendPrivateMessage template=late text=a * -> End1
        Not1 Marketing.SendPrivateMessage template=not text=a * -> End1
        End1 Elsa.End
        """;

    private const string Here = """{"latitude":31.2,"longitude":121.4,"textVersion":"v1"}""";

    [Theory]
    [InlineData("location.shared", Here, 1, "ask located", 31.2)]
    [InlineData("location.declined", """{"textVersion":"v1"}""", 1, "ask declined", null)]
    [InlineData("location.shared", """{"ask":"another","latitude":31.2,"longitude":121.4}""", 1, "ask late", 31.2)]
    [InlineData("location.declined", """{"ask":"another"}""", 1, "ask late", null)]
    [InlineData("location.shared", """{"latitude":310,"longitude":121.4}""", 1, "ask late", null)]
    [InlineData("location.shared", Here, 25, "ask late", 31.2)]
    public async Task Answer_ToTheQuestion_IsTheOneOutcome(
        string type,
        string data,
        double hours,
        string said,
        double? latitude
    )
    {
        var run = await Played.Async(Asking, (hours, type, data));

        Assert.Equal(said, Played.Said(run));
        Assert.Equal((decimal?)latitude, run.Contact.Attribute("latitude"));
        Assert.Equal(type is "location.shared", run.Contact.Consents.Grants("any", LocationEvents.Purpose));
    }

    [Fact]
    public async Task Answers_SeveralOfThem_EndTheQuestionOnce()
    {
        var run = await Played.Async(
            Asking,
            (1, "location.declined", """{"textVersion":"v1"}"""),
            (2, "location.shared", Here),
            (3, "location.declined", """{"textVersion":"v1"}""")
        );

        Assert.Equal("ask declined", Played.Said(run));
        // Who does not agree any more is not kept.
        Assert.Null(run.Contact.Attribute("latitude"));
    }

    [Theory]
    [InlineData(SendOutcome.Unconfirmed, "ask late")]
    [InlineData(SendOutcome.NotAFriend, "ask not")]
    [InlineData(SendOutcome.Failed, "ask not")]
    public async Task Question_ThatWasNotSaid_DoesNotWait(SendOutcome outcome, string said)
    {
        var run = await Played.Async(
            Asking,
            [],
            message => new MessageOutcome(message.Template is "ask" ? outcome : SendOutcome.Sent)
        );

        Assert.Equal(said, Played.Said(run));
    }

    [Fact]
    public async Task Question_InAMiniProgram_BringsItsCode()
    {
        var run = await Played.Async(Asking);

        var card = Assert.IsType<Attachment.MiniProgram>(Assert.Single(run.Messages[0].Content.Attachments));
        var code = card.Page["pages/locate?locate=".Length..];
        Assert.Equal($"pages/locate?locate={code}", card.Page);
        Assert.True(LinkCode.IsCode(code));
    }

    /// <summary>What was said when, and whether the position is known after it.</summary>
    [Theory]
    [InlineData("shared@1", true)]
    [InlineData("shared@1 declined@2", false)]
    [InlineData("shared@2 declined@1", true)]
    [InlineData("declined@1 shared@2", true)]
    [InlineData("shared@1 out:location@2", false)]
    [InlineData("shared@1 out:marketing@2", true)]
    [InlineData("out:all@1 shared@2", true)]
    public void Position_OfAContact_IsKeptWhileItAgrees(string words, bool isKnown)
    {
        var start = Played.Start;
        var contact = new Contact(new ContactState(Guid.NewGuid(), start));
        foreach (var (word, hours) in words.Split(' ').Select(one => one.Split('@')).Select(one => (one[0], one[1])))
        {
            var (type, data) = word switch
            {
                "shared" => (LocationEvents.Shared, Here),
                "declined" => (LocationEvents.Declined, "{}"),
                "out:all" => (ContactEventTypes.OptedOut, "{}"),
                _ => (ContactEventTypes.OptedOut, $$"""{"purpose":"{{word["out:".Length..]}}"}"""),
            };
            contact.Fold(new ContactEvent("t", word, type, start.AddHours(int.Parse(hours)), [], data));
        }

        Assert.Equal(isKnown, contact.Attribute("latitude") is not null);
        Assert.Equal(isKnown, contact.Attribute("longitude") is not null);
        Assert.Equal(isKnown, contact.Attribute("locatedAt") is not null);
    }

    [Fact]
    public void Position_ThatIsOlder_DoesNotReplaceALaterOne()
    {
        var contact = new Contact(new ContactState(Guid.NewGuid(), Played.Start));
        contact.Fold(Shared("1", 2, 31));
        contact.Fold(Shared("2", 1, 22));

        Assert.Equal(31L, contact.Attribute("latitude"));

        static ContactEvent Shared(string id, int hours, double north) =>
            LocationEvents.Answer(
                id,
                LocationAsk.Of(null, null),
                new Workflows.Marketing.Places.GeoPoint(north, 121),
                20,
                "h5",
                [],
                Played.Start.AddHours(hours)
            );
    }

    [Theory]
    [InlineData(null, null, "location-1")]
    [InlineData("为您配送", "v7", "v7")]
    [InlineData("为您配送", null, "*")]
    public void Question_ByItsWords_HasAVersion_AndIsReadBack(string? text, string? version, string expected)
    {
        var ask = LocationAsk.Of(text, version);

        Assert.Equal(ask, LocationAsk.Read(ask.ToTarget()));
        Assert.Null(LocationAsk.Read("https://brand.cn/locate:"));
        if (expected is "*")
        {
            Assert.NotEqual(ask.TextVersion, LocationAsk.Of("为您送货", null).TextVersion);
            Assert.Equal(ask.TextVersion, LocationAsk.Of(text, null).TextVersion);
            return;
        }

        Assert.Equal(expected, ask.TextVersion);
    }
}
