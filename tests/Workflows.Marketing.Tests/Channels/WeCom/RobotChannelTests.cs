using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Robots;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom;

public sealed class RobotChannelTests : IDisposable
{
    private readonly WeComServer _server = new();
    private readonly MemoryCallQuotaStore _quotas = new();
    private readonly EagerClock _clock = new();

    [Fact]
    public async Task Send_Text_IsPostedWithTheKey()
    {
        using var channel = Channel();

        var receipt = await channel.SendAsync(Attempt("今天有 3 个任务待确认"), default);

        Assert.IsType<Receipt.Delivered>(receipt);
        var call = Assert.Single(_server.Calls);
        Assert.Equal("/cgi-bin/webhook/send?key=robot-key", call.Path + call.Query);
        Assert.Equal("""{"msgtype":"text","text":{"content":"今天有 3 个任务待确认"}}""", call.Text);
    }

    [Fact]
    public async Task Send_TwentyAMinute_TheNextWaitsWhicheverHostSendsIt()
    {
        using var one = Channel();
        using var two = Channel();
        var receipts = new List<Receipt>();

        for (var n = 0; n < 21; n++)
        {
            receipts.Add(await (n % 2 == 0 ? one : two).SendAsync(Attempt($"{n}"), default));
        }

        Assert.Equal(20, receipts.Count(receipt => receipt is Receipt.Delivered));
        Assert.NotNull(Assert.IsType<Receipt.Unavailable>(receipts[^1]).RetryAfter);
    }

    [Fact]
    public async Task Send_TooLong_IsRefusedWithoutACall()
    {
        using var channel = Channel();

        var receipt = await channel.SendAsync(Attempt(new string('好', 683)), default);

        Assert.Equal("wecom_content", Assert.IsType<Receipt.Ended>(receipt).ReasonCode);
        Assert.Empty(_server.Calls);
    }

    public void Dispose() => _server.Dispose();

    private RobotChannel Channel() =>
        new(new RobotOptions { BaseUrl = _server.Url, Key = "robot-key" }, _quotas, _clock);

    private DeliveryAttempt Attempt(string text) =>
        new(
            new OutboundMessage(
                $"key-{text}",
                new Recipient.Group("staff"),
                Carrier.Webhook,
                "wecom-robot",
                "t",
                new MessageContent(text),
                "service",
                _clock.GetUtcNow(),
                "j",
                1
            ),
            1,
            _clock.GetUtcNow()
        );
}
