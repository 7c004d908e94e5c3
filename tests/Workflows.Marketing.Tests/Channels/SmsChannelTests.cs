using System.Text.Json;
using Workflows.Marketing.Channels.Sms;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

public sealed class SmsChannelTests : IDisposable
{
    private static readonly ContactIdentity Phone = new(IdentityKind.Phone, "13800000001");

    private readonly Gateway _gateway = new();

    public void Dispose() => _gateway.Dispose();

    [Fact]
    public async Task Send_MarketingText_IsSignedAndSaysHowToRefuse()
    {
        using var channel = Channel();
        var attempt = Letters.To(
            Phone,
            Carrier.Sms,
            attachments:
            [
                new Attachment.Fields("", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "小林" }),
            ]
        );

        var receipt = await channel.SendAsync(attempt, CancellationToken.None);

        Assert.Equal(new Receipt.Delivered(), receipt);
        var heard = Assert.Single(_gateway.Heard);
        Assert.Equal(("/send", "care:1:i:a:1", "Bearer secret-1234"), (heard.Path, heard.Key, heard.Authorization));
        using var body = JsonDocument.Parse(heard.Body);
        Assert.Equal("【瑞雪】谢谢！ 拒收请回复R", body.RootElement.GetProperty("text").GetString());
        Assert.Equal("SMS_001", body.RootElement.GetProperty("template").GetString());
        Assert.Equal("13800000001", body.RootElement.GetProperty("phone").GetString());
        Assert.Equal("小林", body.RootElement.GetProperty("fields").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("service", "谢谢！", "【瑞雪】谢谢！")]
    [InlineData("marketing", "谢谢！拒收请回复R", "【瑞雪】谢谢！拒收请回复R")]
    [InlineData("marketing", "【门店】到货", "【门店】到货 拒收请回复R")]
    public async Task Send_Text_IsCompletedOnlyAsNeeded(string purpose, string text, string expected)
    {
        using var channel = Channel();

        await channel.SendAsync(Letters.To(Phone, Carrier.Sms, text, purpose), CancellationToken.None);

        using var body = JsonDocument.Parse(Assert.Single(_gateway.Heard).Body);
        Assert.Equal(expected, body.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(200, """{"id":"s1"}""", "Delivered s1")]
    [InlineData(400, """{"code":"quota","message":"50 a day"}""", "QuotaReached sms_quota: 50 a day")]
    [InlineData(403, """{"code":"blacklist"}""", "Refused sms_blacklist: 403 Forbidden")]
    [InlineData(404, "<html>", "Refused sms_refused: 404 Not Found")]
    [InlineData(422, """{"code":"<script>"}""", "Refused sms_refused: 422 Unprocessable Entity")]
    [InlineData(429, "{}", "Unavailable: 429 Too Many Requests")]
    [InlineData(503, "", "Unavailable: 503 Service Unavailable")]
    [InlineData(200, "", "Delivered ")]
    public async Task Send_AnyAnswer_BecomesOneReceipt(int status, string body, string expected)
    {
        _gateway.Answer = _ => (status, body);
        using var channel = Channel();

        var receipt = await channel.SendAsync(Letters.To(Phone, Carrier.Sms), CancellationToken.None);

        Assert.StartsWith(expected, Told(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"waiting"}""", "Accepted s1")]
    [InlineData("""{"status":"delivered"}""", "Delivered s1")]
    [InlineData("""{"status":"failed","code":"invalid_phone","message":"空号"}""", "Refused sms_invalid_phone: 空号")]
    [InlineData("""{}""", "Accepted s1")]
    public async Task Check_AnyReceipt_IsRead(string body, string expected)
    {
        _gateway.Answer = path =>
            (200, path.Equals("/receipt?id=s1", StringComparison.Ordinal) ? body : """{"id":"s1"}""");
        using var channel = Channel(receipts: true);
        var attempt = Letters.To(Phone, Carrier.Sms);

        var accepted = await channel.SendAsync(attempt, CancellationToken.None);
        var task = new SubmittedMessage(1, attempt.Message, "s1", DateTimeOffset.UnixEpoch, 0);
        var receipts = await channel.CheckAsync([task], CancellationToken.None);

        Assert.Equal(new Receipt.Accepted("s1"), accepted);
        Assert.Equal(expected, Told(Assert.Single(receipts)));
    }

    [Fact]
    public async Task Send_NobodyToSendTo_IsRefusedWithoutACall()
    {
        using var channel = Channel();

        var receipt = await channel.SendAsync(Letters.To(null, Carrier.Sms), CancellationToken.None);
        var tooLong = await channel.SendAsync(
            Letters.To(Phone, Carrier.Sms, new string('长', 500)),
            CancellationToken.None
        );

        Assert.Equal("no_phone", Assert.IsType<Receipt.Ended>(receipt).ReasonCode);
        Assert.Equal("text_too_long", Assert.IsType<Receipt.Ended>(tooLong).ReasonCode);
        Assert.Empty(_gateway.Heard);
    }

    [Theory]
    [InlineData("R", true)]
    [InlineData(" td ", true)]
    [InlineData("退订。", true)]
    [InlineData("好的", false)]
    [InlineData("Return it", false)]
    public void Reply_AnyWord_RefusesOrNot(string text, bool refuses)
    {
        var events = SmsReplies.Events(new SmsReply("m1", "13800000001", text, DateTimeOffset.UnixEpoch));

        Assert.Equal(
            refuses ? [SmsReplies.Replied, ContactEventTypes.OptedOut] : [SmsReplies.Replied],
            events.Select(one => one.Type)
        );
    }

    [Fact]
    public void IsGenuine_ChangedOldOrUnsignedBody_IsNot()
    {
        var replies = new SmsReplies(Options(), TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var (fresh, old) = ($"{now}", $"{now - 400}");
        var body = "{}"u8.ToArray();

        Assert.True(replies.IsGenuine(fresh, replies.Sign(fresh, body), body));
        Assert.False(replies.IsGenuine(old, replies.Sign(old, body), body));
        Assert.False(replies.IsGenuine(fresh, replies.Sign(fresh, body), "{} "u8));
        Assert.False(replies.IsGenuine(fresh, null, body));
        Assert.False(replies.IsGenuine("now", replies.Sign("now", body), body));
    }

    private static string Told(Receipt receipt) =>
        receipt switch
        {
            Receipt.Delivered delivered => $"Delivered {delivered.Reference}",
            Receipt.Accepted accepted => $"Accepted {accepted.Reference}",
            Receipt.Ended ended => $"{ended.Outcome} {ended.ReasonCode}: {ended.Reason}",
            Receipt.Unavailable unavailable => $"Unavailable: {unavailable.Reason}",
            _ => receipt.GetType().Name,
        };

    private SmsChannel Channel(bool receipts = false)
    {
        var options = Options();
        options.ReceiptUrl = receipts ? new Uri(_gateway.Url, "receipt") : null;
        return new SmsChannel(options, TimeProvider.System);
    }

    private SmsOptions Options() =>
        new()
        {
            Url = new Uri(_gateway.Url, "send"),
            Secret = "secret-1234",
            Signature = "瑞雪",
            Templates = { ["first"] = "SMS_001" },
        };
}
