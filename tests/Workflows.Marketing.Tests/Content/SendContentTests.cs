using System.Text.Json;
using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Content;

/// <summary>Send blocks that take what they say from the library, and what judges it when it leaves.</summary>
public sealed class SendContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly ContentBench _bench = new("name", "language");
    private readonly MemoryStockLedger _stocks = new();
    private readonly Contact _contact = new(
        new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)
        {
            Identities = [new ContactIdentity(IdentityKind.Phone, "138")],
            Attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "安" },
        }
    );

    [Fact]
    public async Task Content_Sent_IsFilledIn_WithItsCardAndVersion()
    {
        await _bench.ApproveAsync(Article);

        var message = Sent(await RunAsync(Block("tea@1"), tracks: false));

        Assert.Equal(new ContentRef("tea", 1), message.Source);
        Assert.Equal(
            new MessageContent("您好，安", [new Attachment.Link("春茶", "https://brand.cn/tea", null, null)]),
            message.Content
        );
        Assert.Equal(("knowledge", "tea-01"), (message.Kind, message.Product));
    }

    [Theory]
    [InlineData("en-GB", "Hello 安")]
    [InlineData("zh-CN", "您好，安")]
    [InlineData(null, "您好，安")]
    public async Task Content_ForALanguage_SpeaksIt(string? language, string expected)
    {
        await _bench.ApproveAsync(Article);
        _contact.SetAttribute("language", language);

        Assert.Equal(expected, Sent(await RunAsync(Block("tea"), tracks: false)).Content.Text);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Welcome_WithALink_IsTrackedAsOtherMessages(bool tracks, bool isShort)
    {
        var burst = await RunAsync(
            new SendWelcome
            {
                Id = "send",
                Template = new Input<string>("hello"),
                Text = new Input<string>("进群：https://brand.cn/join"),
                TrackLinks = new Input<bool>(tracks),
                AttributionDays = new Input<int?>(3),
            },
            tracks: true
        );

        Assert.Equal(
            isShort,
            Sent(burst).Content.Text.StartsWith("进群：https://s.brand.cn/l/", StringComparison.Ordinal)
        );
        LinkDropped[] links = [.. burst.Effects.OfType<LinkDropped>()];
        Assert.Equal(
            isShort ? [("https://brand.cn/join", (int?)3)] : [],
            links.Select(link => (link.Target, link.Days))
        );
    }

    [Theory]
    [InlineData(Carrier.Group, "webhook", true)]
    [InlineData(Carrier.Group, "wecom", false)]
    [InlineData(Carrier.Sidebar, "sidebar", false)]
    [InlineData(Carrier.Private, "webhook", false)]
    public async Task MiniProgram_ThatLeavesForAGroup_GoesOfficiallyOrByHand(
        Carrier carrier,
        string channel,
        bool isDropped
    )
    {
        var message = Message(null) with
        {
            Carrier = carrier,
            Channel = channel,
            Content = new MessageContent("看", [new Attachment.MiniProgram("wx1", "pages/a", "茶")]),
        };

        var verdict = Assert.Single(await JudgeAsync(message));

        Assert.Equal(isDropped ? new Verdict.Dropped(ContentJudge.Unfit) : Verdict.Allowed.Instance, verdict);
    }

    [Fact]
    public async Task Content_WithATextGiven_SaysThatText()
    {
        await _bench.ApproveAsync(Article);
        var block = Block("tea");
        block.Text = new Input<string>("别的话");

        var message = Sent(await RunAsync(block, tracks: false));

        Assert.Equal(("别的话", 1), (message.Content.Text, message.Content.Attachments.Count));
    }

    [Fact]
    public async Task Content_ThatIsNotApproved_IsRefusedAtOnce()
    {
        await _bench.Library.WriteAsync(ContentBench.Tenant, Article, "ann", Now, default);

        var burst = await RunAsync(Block("tea"), tracks: false);

        Assert.Empty(burst.Effects);
        Assert.Empty(burst.AddedBookmarks);
    }

    [Fact]
    public async Task Version_Named_GoesOnBeingSentWhenThereIsANewOne()
    {
        await _bench.ApproveAsync(Article);
        await _bench.ApproveAsync(Article with { Url = "https://brand.cn/new" });

        Assert.Equal("tea@1", Sent(await RunAsync(Block("tea@1"), tracks: false)).Source!.ToString());
        Assert.Equal("tea@2", Sent(await RunAsync(Block("tea"), tracks: false)).Source!.ToString());
    }

    [Fact]
    public async Task Links_OfAContent_AreTrackedWithItsWindow()
    {
        await _bench.ApproveAsync(Article);

        var burst = await RunAsync(Block("tea"), tracks: true);

        var link = Assert.Single(burst.Effects.OfType<LinkDropped>());
        var card = Assert.IsType<Attachment.Link>(Assert.Single(Sent(burst).Content.Attachments));
        Assert.Equal($"https://s.brand.cn/l/{link.Code}", card.Url);
        Assert.Equal(("https://brand.cn/tea", 30, Sent(burst).Key), (link.Target, link.Days, link.MessageKey));
    }

    /// <summary>What block, content and installation say of the days, and which of them counts (S0-61).</summary>
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, 90, 90)]
    [InlineData(null, 30, 90, 30)]
    [InlineData(2, 30, 90, 2)]
    public async Task Links_OfABlock_EndAsTheNearestSays(int? block, int? content, int? installation, int? expected)
    {
        await _bench.ApproveAsync(Article with { LinkDays = content });
        var sends = Block("tea");
        sends.LinkDays = new Input<int?>(block);
        var tracker = new LinkTracker(new Uri("https://s.brand.cn")) { UsualDays = installation };

        var burst = await RunAsync(sends, tracker);

        var link = Assert.Single(burst.Effects.OfType<LinkDropped>());
        Assert.Equal(expected is { } days ? Now.AddDays(days) : (DateTimeOffset?)null, link.EndsAt);
    }

    /// <summary>The domains that block and journey name, and where its link is then.</summary>
    [Theory]
    [InlineData(null, null, "https://s.brand.cn/l/")]
    [InlineData(null, "b.cn", "https://b.cn/l/")]
    [InlineData("c.cn", "b.cn", "https://c.cn/l/")]
    [InlineData("elsewhere.cn", "b.cn", null)]
    public async Task Links_OfABlock_AreOnItsDomain_OrItIsAnIncident(string? block, string? journey, string? expected)
    {
        var sends = Block(null);
        sends.Text = new Input<string>("https://brand.cn/a");
        sends.LinkDomain = new Input<string?>(block);
        var tracker = new LinkTracker(
            new LinkDomains(new Uri("https://s.brand.cn"), new Uri("https://b.cn"), new Uri("https://c.cn"))
        );

        var burst = await RunAsync(
            sends,
            tracker,
            journey is null ? default : JsonSerializer.SerializeToElement(new { linkDomain = journey })
        );

        if (expected is null)
        {
            Assert.Empty(burst.Effects);
            Assert.Equal("LinkDomainUnknown", Assert.Single(burst.Instance.Incidents).Code);
            return;
        }

        Assert.StartsWith(expected, Sent(burst).Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_WithoutContent_CountForAWeek_UnlessSwitchedOff()
    {
        var block = Block(null);
        block.Text = new Input<string>("https://brand.cn/a");
        var off = Block(null);
        off.Text = new Input<string>("https://brand.cn/a");
        off.TrackLinks = new Input<bool>(false);
        var tracked = await RunAsync(block, tracks: true);
        var plain = await RunAsync(off, tracks: true);

        Assert.Equal(7, Assert.Single(tracked.Effects.OfType<LinkDropped>()).Days);
        Assert.Empty(plain.Effects.OfType<LinkDropped>());
        Assert.Equal("https://brand.cn/a", Sent(plain).Content.Text);
    }

    [Fact]
    public async Task Stock_OfAContent_IsSaidAndTakenWhenTheMessageLeaves()
    {
        await _bench.ApproveAsync(
            Article with
            {
                Stock = "gift",
                Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal)
                {
                    ["zh"] = new("还剩 {{ stock.left }} 份"),
                },
            }
        );
        await _stocks.SaveAsync(ContentBench.Tenant, new Stock("gift", 1), default);
        var judge = new StockJudge(_bench.Store, _stocks);

        var said = Sent(await RunAsync(Block("tea@1"), tracks: false));
        var verdicts = await judge.JudgeAsync(
            [Leased("tea@1", "m1"), Leased("tea@1", "m2"), Leased(null, "m3")],
            Now,
            default
        );
        var again = await judge.JudgeAsync([Leased("tea@1", "m1")], Now, default);
        var ended = new MessageSettlement.Ended(ContentBench.Tenant, "m1", Now, SendOutcome.Failed) { IsUnsent = true };
        await judge.CloseAsync([ended], default);

        Assert.Equal("还剩 1 份", said.Content.Text);
        Assert.Equal([Verdict.Allowed.Instance, new Verdict.Dropped("sold_out"), Verdict.Allowed.Instance], verdicts);
        Assert.Equal(Verdict.Allowed.Instance, Assert.Single(again));
        Assert.Equal(1, (await _stocks.FindAsync(ContentBench.Tenant, "gift", default))!.Left);
        Assert.Equal(
            "SoldOut",
            SendPorts.Of(new SendPrivateMessage().Ports, new MessageOutcome(SendOutcome.Refused, StockJudge.SoldOut))
        );
        Assert.Equal(
            "Refused",
            SendPorts.Of(new PostMoments().Ports, new MessageOutcome(SendOutcome.Refused, StockJudge.SoldOut))
        );
    }

    [Fact]
    public async Task SendMessage_OfAContent_SaysItWithTrackedLinks()
    {
        await _bench.ApproveAsync(Article);
        var block = new SendMessage
        {
            Id = "b",
            Template = new Input<string>("spring"),
            Content = new Input<string?>("tea@1"),
        };

        var burst = await RunAsync(block, tracks: true);

        var link = Assert.Single(burst.Effects.OfType<LinkDropped>());
        var card = Assert.IsType<Attachment.Link>(Assert.Single(Sent(burst).Content.Attachments));
        Assert.Equal($"https://s.brand.cn/l/{link.Code}", card.Url);
        Assert.Equal(
            ("您好，安", new ContentRef("tea", 1), "spring", "knowledge", "tea-01"),
            (Sent(burst).Content.Text, Sent(burst).Source, Sent(burst).Template, Sent(burst).Kind, Sent(burst).Product)
        );
    }

    [Fact]
    public async Task SendMessage_OfAContentThatIsNotApproved_IsRefused()
    {
        await _bench.Library.WriteAsync(ContentBench.Tenant, Article, "ann", Now, default);

        var burst = await RunAsync(
            new SendMessage
            {
                Id = "b",
                Content = new Input<string?>("tea"),
                Template = new Input<string>("t"),
            },
            tracks: true
        );

        Assert.Empty(burst.Effects);
        Assert.Contains(burst.JournalEntries, entry => entry.Outcomes?.Names is ["Refused"]);
    }

    [Fact]
    public async Task Judge_OfAnApprovedContent_LetsItThroughAndMarksItUsed()
    {
        await _bench.ApproveAsync(Article);

        var verdicts = await JudgeAsync(Message("tea@1"), Message(null));

        Assert.All(verdicts, verdict => Assert.IsType<Verdict.Allowed>(verdict));
        Assert.Equal(ContentState.Used, (await FindAsync("tea"))!.State);
        var use = (await _bench.Store.MovesAsync(ContentBench.Tenant, "tea", default))[0];
        Assert.Equal((ContentStep.Use, "journey care"), (use.Step, use.By));
    }

    [Fact]
    public async Task Judge_OfAWithdrawnContent_DropsIt()
    {
        await _bench.ApproveAsync(Article);
        var withdraw = new ContentChange(ContentStep.Withdraw, "ben", Now);
        await _bench.Library.MoveAsync(ContentBench.Tenant, "tea", 1, withdraw, default);

        var verdict = Assert.Single(await JudgeAsync(Message("tea@1")));

        Assert.Equal(new Verdict.Dropped("content_not_approved"), verdict);
    }

    [Theory]
    [InlineData(Carrier.Moments, "content_unfit")]
    [InlineData(Carrier.Private, null)]
    public async Task Judge_OfALongVideo_DropsItForMomentsOnly(Carrier carrier, string? reason)
    {
        await _bench.AddFileAsync("v.mp4", ContentBench.Mp4(60));
        await _bench.ApproveAsync(Article with { Kind = "video", Url = null, Media = ["v.mp4"] });

        var verdict = Assert.Single(await JudgeAsync(Message("tea@1") with { Carrier = carrier }));

        Assert.Equal(reason, (verdict as Verdict.Dropped)?.Code);
    }

    [Fact]
    public async Task Media_OfTheLibrary_IsHandedToChannels()
    {
        await _bench.AddFileAsync("a.jpg", ContentBench.Jpeg());
        var media = new LibraryMedia(_bench.Media, ContentBench.Tenant);

        var file = await media.FindAsync("a.jpg", default);
        var again = await media.FindAsync("a.jpg", default);

        Assert.Equal(("a.jpg", "image", "image/jpeg"), (file!.Name, file.Type, file.ContentType));
        Assert.Same(file.Content, again!.Content);
        Assert.Null(await media.FindAsync("b.jpg", default));
    }

    private static ContentItem Article =>
        new()
        {
            Id = "tea",
            Kind = "article",
            Name = "春茶",
            Theme = ContentTheme.Knowledge,
            Product = "tea-01",
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal)
            {
                ["zh"] = new("您好，{{ contact.name | default: '朋友' }}"),
                ["en"] = new("Hello {{ contact.name | default: 'friend' }}"),
            },
            Url = "https://brand.cn/tea",
            AttributionDays = 30,
        };

    private static SendPrivateMessage Block(string? content) =>
        new()
        {
            Id = "send",
            Template = new Input<string>("first"),
            Content = new Input<string?>(content),
        };

    private static OutboundMessage Sent(Burst burst) => Assert.Single(burst.Effects.OfType<OutboundMessage>());

    private static OutboundMessage Message(string? content) =>
        new(
            $"k-{content}",
            new Recipient.Group("g"),
            Carrier.Group,
            "wecom",
            "t",
            new MessageContent("x"),
            "marketing",
            Now,
            "care",
            1
        )
        {
            Source = ContentRef.TryParse(content, out var source) ? source : null,
        };

    private static LeasedMessage Leased(string? content, string key) =>
        new(ContentBench.Tenant, Message(content) with { Key = key }, 1, Now);

    private Task<IReadOnlyList<Verdict>> JudgeAsync(params OutboundMessage[] messages) =>
        new ContentJudge(_bench.Store, _bench.Media).JudgeAsync(
            [.. messages.Select(message => new LeasedMessage(ContentBench.Tenant, message, 1, Now))],
            Now,
            default
        );

    private Task<ContentVersion?> FindAsync(string id) =>
        _bench.Store.FindAsync(ContentBench.Tenant, new ContentRef(id), default);

    private Task<Burst> RunAsync(Activity activity, bool tracks) =>
        RunAsync(activity, tracks ? new LinkTracker(new Uri("https://s.brand.cn")) : null);

    private async Task<Burst> RunAsync(Activity activity, LinkTracker? tracker, JsonElement settings = default)
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(activity);
        var definition = new WorkflowDefinition
        {
            DefinitionId = "test",
            RootActivity = sequence,
            CustomProperties = settings,
        };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var services = new Shelves(new ContentShelf(_bench.Store, ContentBench.Tenant, _stocks), tracker);
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = _contact.Id };
        return await new WorkflowRunner(services).StartAsync(compilation.Graph!, options, new Turn(Now, _contact));
    }

    private sealed class Shelves(ContentShelf shelf, LinkTracker? tracker) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ContentShelf) ? shelf
            : serviceType == typeof(LinkTracker) ? tracker
            : null;
    }
}
