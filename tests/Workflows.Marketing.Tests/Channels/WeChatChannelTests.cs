using System.Globalization;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeChat;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

public sealed class WeChatChannelTests : IDisposable
{
    private static readonly ContactIdentity OpenId = new(IdentityKind.OpenId, "oA");

    private readonly Gateway _gateway = new();
    private readonly MemoryAccessTokenStore _tokens = new();
    private int _given;

    public void Dispose() => _gateway.Dispose();

    [Fact]
    public async Task Send_MiniProgramTemplate_IsWeChatsShape()
    {
        Answer(_ => """{"errcode":0,"errmsg":"ok"}""");
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);
        var attempt = Letters.To(
            OpenId,
            Carrier.MiniProgram,
            attachments:
            [
                new Attachment.MiniProgram("wx1", "pages/order", "订单"),
                new Attachment.Fields(
                    "T1",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["thing1"] = "拿铁" }
                ),
            ]
        );

        var receipt = await channel.SendAsync(attempt, CancellationToken.None);

        Assert.Equal(new Receipt.Delivered(), receipt);
        Assert.Equal("/cgi-bin/stable_token", _gateway.Heard[0].Path);
        Assert.Equal("/cgi-bin/message/subscribe/send?access_token=token1", _gateway.Heard[1].Path);
        Assert.Equal(
            """{"touser":"oA","template_id":"T1","page":"pages/order","data":{"thing1":{"value":"拿铁"}}}""",
            _gateway.Heard[1].Body
        );
    }

    [Theory]
    [InlineData(
        false,
        "/cgi-bin/message/custom/send",
        """{"touser":"oA","msgtype":"text","text":{"content":"谢谢！"}}"""
    )]
    [InlineData(
        true,
        "/cgi-bin/message/custom/send",
        """{"touser":"oA","msgtype":"news","news":{"articles":[{"title":"新品","description":"谢谢！","url":"https://example.com/n"}]}}"""
    )]
    public async Task Send_OfficialAccount_IsATextOrACard(bool link, string path, string body)
    {
        Answer(_ => """{"errcode":0,"errmsg":"ok"}""");
        using var channel = new OfficialAccountChannel(Options(), _tokens, TimeProvider.System);
        Attachment[] attachments = link ? [new Attachment.Link("新品", "https://example.com/n")] : [];

        await channel.SendAsync(
            Letters.To(OpenId, Carrier.OfficialAccount, attachments: attachments),
            CancellationToken.None
        );

        Assert.Equal(($"{path}?access_token=token1", body), (_gateway.Heard[1].Path, _gateway.Heard[1].Body));
    }

    [Theory]
    [InlineData(43101, "QuotaReached", "subscription_used_up")]
    [InlineData(45047, "QuotaReached", "window_used_up")]
    [InlineData(45015, "Refused", "outside_window")]
    [InlineData(43004, "NotAFriend", "not_following")]
    [InlineData(40003, "Refused", "invalid_openid")]
    [InlineData(47003, "Refused", "template_fields")]
    [InlineData(99999, "Refused", "wechat_99999")]
    public async Task Send_FinalError_IsItsOutcome(int code, string outcome, string reason)
    {
        Answer(_ => Error(code));
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);

        var receipt = await channel.SendAsync(Letters.To(OpenId, Carrier.MiniProgram), CancellationToken.None);

        var ended = Assert.IsType<Receipt.Ended>(receipt);
        Assert.Equal((outcome, reason), (ended.Outcome.ToString(), ended.ReasonCode));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(45009)]
    [InlineData(48001)]
    public async Task Send_ErrorThatPasses_WaitsForAnotherTry(int code)
    {
        Answer(_ => Error(code));
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);

        var receipt = await channel.SendAsync(Letters.To(OpenId, Carrier.MiniProgram), CancellationToken.None);

        Assert.IsType<Receipt.Unavailable>(receipt);
    }

    [Fact]
    public async Task Send_TokenEndedEarly_IsRenewedOnceAndSentAgain()
    {
        Answer(path => path.EndsWith("token1", StringComparison.Ordinal) ? Error(42001) : """{"errcode":0}""");
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);

        var receipt = await channel.SendAsync(Letters.To(OpenId, Carrier.MiniProgram), CancellationToken.None);

        Assert.IsType<Receipt.Delivered>(receipt);
        Assert.Equal(2, _given);
    }

    [Fact]
    public async Task Send_AnswerLost_IsUnconfirmedAndNeverSentAgain()
    {
        Answer(_ => null);
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);

        var receipt = await channel.SendAsync(Letters.To(OpenId, Carrier.MiniProgram), CancellationToken.None);

        Assert.Equal(SendOutcome.Unconfirmed, Assert.IsType<Receipt.Ended>(receipt).Outcome);
    }

    [Fact]
    public async Task Send_NoToken_WaitsBecauseNothingLeft()
    {
        _gateway.Answer = _ => (200, Error(40125));
        using var channel = new MiniProgramChannel(Options(), _tokens, TimeProvider.System);

        var receipt = await channel.SendAsync(Letters.To(OpenId, Carrier.MiniProgram), CancellationToken.None);

        Assert.Contains("secret", Assert.IsType<Receipt.Unavailable>(receipt).Reason, StringComparison.Ordinal);
    }

    private static string Error(int code) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"errcode":{{code}},"errmsg":"no"}""");

    private void Answer(Func<string, string?> message) =>
        _gateway.Answer = path =>
            path is "/cgi-bin/stable_token"
                ? (
                    200,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{"access_token":"token{{++_given}}","expires_in":7200}"""
                    )
                )
                : (200, message(path));

    private WeChatOptions Options() =>
        new()
        {
            BaseUrl = _gateway.Url,
            AppId = "wx1",
            Secret = "s",
        };
}
