using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflows.Marketing.Channels.Webhook;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

public sealed class WebhookChannelTests : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Uri _url;

    public WebhookChannelTests()
    {
        _url = new Uri($"http://127.0.0.1:{FreePort()}/in/");
        _listener.Prefixes.Add(_url.ToString());
        _listener.Start();
    }

    public void Dispose() => _listener.Close();

    [Fact]
    public async Task Send_AcceptedMessage_PostsItsContentWithItsKey()
    {
        var (receipt, heard) = await SendAsync(200);

        Assert.Equal(new Receipt.Delivered(), receipt);
        Assert.Equal(("POST", "care:1:i:a:1"), (heard.Method, heard.Key));
        Assert.Equal(
            """
            {"key":"care:1:i:a:1","contact":{"id":"018f0000-0000-7000-8000-000000000001","external_userid":"w1"},"channel":"webhook","template":"first","text":"谢谢！","purpose":"marketing","journey":{"id":"care","version":1},"createdAt":"2021-02-28T16:00:00+00:00"}
            """,
            heard.Body
        );
    }

    [Theory]
    [InlineData(204, "Delivered")]
    [InlineData(302, "Ended")]
    [InlineData(400, "Ended")]
    [InlineData(404, "Ended")]
    [InlineData(408, "Unavailable")]
    [InlineData(425, "Unavailable")]
    [InlineData(429, "Unavailable")]
    [InlineData(500, "Unavailable")]
    [InlineData(507, "Unavailable")]
    public async Task Send_AnyStatus_IsReadAsFinalOrNot(int status, string expected)
    {
        Assert.Equal(expected, (await SendAsync(status)).Receipt.GetType().Name);
    }

    [Fact]
    public async Task Send_TargetFull_PassesOnHowLongItAsksToWait()
    {
        var (receipt, _) = await SendAsync(429, retryAfter: "120");

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<Receipt.Unavailable>(receipt).RetryAfter);
    }

    [Fact]
    public async Task Send_TargetAnswersAtLength_IsDeliveredAllTheSame()
    {
        using var gateway = new Gateway { Answer = _ => (200, new string('x', 3 * 1024 * 1024)) };
        using var channel = new WebhookChannel(new WebhookOptions { Url = gateway.Url }, TimeProvider.System);

        Assert.Equal(new Receipt.Delivered(), await channel.SendAsync(Attempt(), CancellationToken.None));
    }

    [Fact]
    public async Task Send_NobodyListens_IsUnavailable()
    {
        _listener.Stop();
        using var channel = Channel(TimeSpan.FromSeconds(10));

        var receipt = await channel.SendAsync(Attempt(), CancellationToken.None);

        Assert.StartsWith(
            "ConnectionError",
            Assert.IsType<Receipt.Unavailable>(receipt).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Send_NoAnswer_IsUnknownAfterTheTimeout()
    {
        using var channel = Channel(TimeSpan.FromMilliseconds(200));

        var receipt = await channel.SendAsync(Attempt(), CancellationToken.None);

        Assert.Equal(new Receipt.Unknown("No answer within 0.2 s."), receipt);
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new WebhookOptions();

        Assert.Equal(("webhook", TimeSpan.FromSeconds(10), null), (options.Name, options.Timeout, options.Url));
    }

    [Theory]
    [InlineData(null, "WebhookOptions: The Url field is required. (Parameter 'options')")]
    [InlineData(
        "ftp://example.org",
        "WebhookOptions: The Url 'ftp://example.org/' is not an absolute http or https address. (Parameter 'options')"
    )]
    public void Ctor_InvalidOptions_SaysWhy(string? url, string expected)
    {
        var options = new WebhookOptions { Url = url is null ? null : new Uri(url) };

        Assert.Equal(
            expected,
            Assert.Throws<ArgumentException>(() => new WebhookChannel(options, TimeProvider.System)).Message
        );
    }

    private static DeliveryAttempt Attempt() => new(Message(), 1, DateTimeOffset.UnixEpoch);

    private static OutboundMessage Message() =>
        new(
            "care:1:i:a:1",
            new Recipient.Person(
                Guid.Parse("018f0000-0000-7000-8000-000000000001"),
                [new ContactIdentity(IdentityKind.ExternalUserId, "w1")]
            ),
            Carrier.Webhook,
            "webhook",
            "first",
            new MessageContent("谢谢！"),
            "marketing",
            new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)),
            "care",
            1
        );

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private WebhookChannel Channel(TimeSpan timeout) =>
        new(new WebhookOptions { Url = _url, Timeout = timeout }, TimeProvider.System);

    private async Task<(Receipt Receipt, (string Method, string? Key, string Body) Heard)> SendAsync(
        int status,
        string? retryAfter = null
    )
    {
        using var channel = Channel(TimeSpan.FromSeconds(10));
        var sending = channel.SendAsync(Attempt(), CancellationToken.None);
        var context = await _listener.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (retryAfter is not null)
        {
            context.Response.AddHeader("Retry-After", retryAfter);
        }

        context.Response.StatusCode = status;
        context.Response.Close();
        return (await sending, (context.Request.HttpMethod, context.Request.Headers["Idempotency-Key"], body));
    }
}
