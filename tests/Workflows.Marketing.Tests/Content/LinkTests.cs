using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Content;

public sealed class LinkTests
{
    private const string WeChat =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile MicroMessenger/8.0.50";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly LinkTracker _tracker = new(new Uri("https://s.brand.cn"));

    [Theory]
    [InlineData("看 https://brand.cn/a?x=1。再看", "看 https://s.brand.cn/l/*。再看", "https://brand.cn/a?x=1")]
    [InlineData("see https://brand.cn/a.", "see https://s.brand.cn/l/*.", "https://brand.cn/a")]
    [InlineData("(https://brand.cn/a)", "(https://s.brand.cn/l/*)", "https://brand.cn/a")]
    [InlineData("http://brand.cn/#/a", "https://s.brand.cn/l/*", "http://brand.cn/#/a")]
    [InlineData("https://s.brand.cn/l/abc", "https://s.brand.cn/l/abc", "")]
    [InlineData("ftp://brand.cn 无链接", "ftp://brand.cn 无链接", "")]
    public void Text_WithLinks_GetsShortOnes(string text, string expected, string target)
    {
        var (message, links) = _tracker.Track(Message(new MessageContent(text)), new LinkTerms(7));

        var shown = links.Aggregate(
            message.Content.Text,
            (all, link) => all.Replace(link.Code, "*", StringComparison.Ordinal)
        );
        Assert.Equal(expected, shown);
        Assert.Equal(target, links.Count == 0 ? "" : Assert.Single(links).Target);
    }

    [Fact]
    public void Cards_OfAMessage_GetCodesOfTheirOwn_TheSameEveryTime()
    {
        var content = new MessageContent(
            "https://brand.cn/t",
            [
                new Attachment.Link("t", "https://brand.cn/a"),
                new Attachment.MiniProgram("wx1", "pages/a?x=1", "t"),
                new Attachment.MiniProgram("wx1", "pages/b", "t"),
                new Attachment.Image("a.jpg", null),
            ]
        );

        var (first, links) = _tracker.Track(Message(content), new LinkTerms(null));
        var (second, again) = _tracker.Track(Message(content), new LinkTerms(null));
        var (_, others) = _tracker.Track(Message(content, "k2"), new LinkTerms(null));

        Assert.Equal(first, second);
        Assert.Equal(links, again);
        Assert.Equal(4, links.Select(link => link.Code).Distinct().Count());
        Assert.Empty(links.Select(link => link.Code).Intersect(others.Select(link => link.Code)));
        Assert.All(links, link => Assert.True(LinkCode.IsCode(link.Code)));
        Assert.Equal($"pages/a?x=1&wl={links[2].Code}", ((Attachment.MiniProgram)first.Content.Attachments[1]).Page);
        Assert.Equal($"pages/b?wl={links[3].Code}", ((Attachment.MiniProgram)first.Content.Attachments[2]).Page);
        Assert.Equal(
            ["https://brand.cn/t", "https://brand.cn/a", "wx1:pages/a?x=1", "wx1:pages/b"],
            links.Select(link => link.Target)
        );
    }

    /// <summary>Hours after which it opens and ends, its days, and when that makes it end.</summary>
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, 3, 72)]
    [InlineData(10, null, 3, 82)]
    [InlineData(-10, null, 3, 72)]
    [InlineData(null, 5, null, 5)]
    [InlineData(null, 5, 3, 5)]
    [InlineData(10, 12, 3, 12)]
    public void Link_ByItsTerms_EndsWhenTheySay(int? opens, int? ends, int? days, int? expected)
    {
        var terms = new LinkTerms(7)
        {
            OpensAt = opens is { } o ? Now.AddHours(o) : null,
            EndsAt = ends is { } e ? Now.AddHours(e) : null,
            ValidDays = days,
        };

        var (_, links) = _tracker.Track(Message(new MessageContent("https://brand.cn/a")), terms);

        Assert.Equal(expected is { } hours ? Now.AddHours(hours) : (DateTimeOffset?)null, Assert.Single(links).EndsAt);
    }

    [Theory]
    [InlineData(null, "https://s.brand.cn/l/")]
    [InlineData("go.second.cn", "https://go.second.cn/x/l/")]
    [InlineData("GO.second.cn", "https://go.second.cn/x/l/")]
    [InlineData("elsewhere.cn", null)]
    public void Link_OnADomain_BeginsWithItsAddress(string? domain, string? expected)
    {
        var tracker = new LinkTracker(
            new LinkDomains(new Uri("https://s.brand.cn"), new Uri("https://go.second.cn/x/"))
        );
        var message = Message(new MessageContent("https://brand.cn/a https://go.second.cn/x/l/abc"));
        var terms = new LinkTerms(7) { Domain = domain };
        if (expected is null)
        {
            Assert.Throws<ArgumentException>(() => tracker.Track(message, terms));
            return;
        }

        var (sent, links) = tracker.Track(message, terms);

        // What is a short link already stays one, whichever domain it is on.
        Assert.Equal($"{expected}{Assert.Single(links).Code} https://go.second.cn/x/l/abc", sent.Content.Text);
    }

    [Theory]
    [InlineData(WeChat, null, true)]
    [InlineData("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile wxwork/4.1", null, true)]
    [InlineData(WeChat, "prefetch;prerender", false)]
    [InlineData(WeChat, "preview", false)]
    [InlineData("Mozilla/5.0 (compatible; Baiduspider/2.0)", null, false)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1)", null, false)]
    [InlineData("WeChatShareExtensionUrlPreview", null, false)]
    [InlineData("curl/8.5.0", null, false)]
    [InlineData("", null, false)]
    [InlineData(null, null, false)]
    public void Visitor_ByWhatItSays_IsAPersonOrAProgram(string? agent, string? purpose, bool expected) =>
        Assert.Equal(expected, LinkVisitor.IsPerson(agent, purpose));

    [Fact]
    public void Click_WithinHalfAnHour_IsTheSameEvent()
    {
        var first = Click(Now);

        Assert.Equal(first.Id, Click(Now.AddMinutes(29)).Id);
        Assert.NotEqual(first.Id, Click(Now.AddMinutes(30)).Id);
        Assert.Equal("abc", LinkClick.CodeOf(first.Id));
        Assert.Equal(("link", "content.clicked"), (first.Source, first.Type));
        Assert.Contains("\"content\":\"tea@1\"", first.Data, StringComparison.Ordinal);
    }

    // Hours before the order, click or word, days of its window: which one the order counts for.
    [Theory]
    [InlineData("a:1:word:7", "a")]
    [InlineData("a:5:word:7 b:1:word:7", "b")]
    [InlineData("a:5:click:7 b:1:word:7", "a")]
    [InlineData("a:5:click:7 b:1:click:7", "b")]
    [InlineData("a:200:click:7 b:1:word:7", "b")]
    [InlineData("a:169:word:7", null)]
    [InlineData("a:168:word:7", "a")]
    [InlineData("a:7200:click:", "a")]
    [InlineData("a:-1:click:7", null)]
    [InlineData("b:1:word:7 a:1:word:7", "a")]
    [InlineData("", null)]
    public void Order_AmongManyTouches_CountsForTheLastOneWithinItsWindow(string touches, string? expected)
    {
        var met = touches
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':'))
            .Select(one => new Touch(
                one[0],
                Now.AddHours(-int.Parse(one[1])),
                one[2] is "click",
                one[3].Length == 0 ? null : int.Parse(one[3])
            ));

        Assert.Equal(expected, LastTouch.Find(Now, met)?.Code);
    }

    private static ContactEvent Click(DateTimeOffset at) =>
        LinkClick.Of(
            "abc",
            "https://brand.cn",
            "t",
            "tea@1",
            "care",
            [new ContactIdentity(IdentityKind.Phone, "1")],
            at
        );

    private static OutboundMessage Message(MessageContent content, string key = "k1") =>
        new(key, new Recipient.Group("g"), Carrier.Group, "wecom", "t", content, "marketing", Now, "care", 1);
}
