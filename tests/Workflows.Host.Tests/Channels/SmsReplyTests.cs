using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.Sms;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Tests.Channels;

public sealed class SmsReplyTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-sms-").FullName;
    private WebApplication? _application;
    private HttpClient? _client;

    private IServiceProvider Services => _application!.Services;

    public async Task InitializeAsync()
    {
        _application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Data"] = _data,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Channels:Sms:Url"] = "http://127.0.0.1:1/send",
                ["Channels:Sms:Secret"] = "secret-1234",
                ["Channels:Sms:Signature"] = "瑞雪",
                ["Channels:Sms:Templates:win-back"] = "SMS_001",
                ["Channels:Email:Host"] = "127.0.0.1",
                ["Channels:Email:From"] = "hello@example.org",
                ["Channels:OfficialAccount:AppId"] = "wx1",
                ["Channels:OfficialAccount:Secret"] = "s",
                ["Channels:MiniProgram:AppId"] = "wx2",
                ["Channels:MiniProgram:Secret"] = "s",
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        await HostStart.PrepareAsync(_application.Services, library: null, CancellationToken.None);
        await _application.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_application.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public void Channels_SectionsThatAreThere_AreChannels() =>
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "email", "mini-program", "official-account", "sms" },
            Services.GetRequiredService<ChannelSet>().Names.ToHashSet(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Reply_Refusal_IsAnOptOutOfMarketingBySms()
    {
        using var response = await ReplyAsync(
            """{"id":"m1","phone":"13800000001","text":"td","at":"2026-11-26T10:00:00+08:00"}"""
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var store = Services.GetRequiredService<IContactStore>();
        var contact = await store.FindAsync(
            Tenants.Default,
            new ContactIdentity(IdentityKind.Phone, "13800000001"),
            CancellationToken.None
        );
        Assert.NotNull(contact);
        var consents = await Services
            .GetRequiredService<IConsentLedger>()
            .FindAsync(Tenants.Default, [contact.Id], CancellationToken.None);
        Assert.True(consents[contact.Id].Refuses("sms", "marketing"));
        Assert.False(consents[contact.Id].Refuses("email", "marketing"));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"m2"}""", HttpStatusCode.BadRequest)]
    [InlineData(
        """{"id":"m2","phone":"","text":"R","at":"2026-11-26T10:00:00+08:00"}""",
        HttpStatusCode.UnprocessableEntity
    )]
    public async Task Reply_BadBody_SaysWhy(string body, HttpStatusCode expected)
    {
        using var response = await ReplyAsync(body);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Reply_NotSigned_IsRefused()
    {
        using var response = await _client!.PostAsync(
            new Uri("/channels/sms/replies", UriKind.Relative),
            new StringContent("{}", Encoding.UTF8, "application/json")
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<HttpResponseMessage> ReplyAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        var timestamp = now.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/channels/sms/replies", UriKind.Relative))
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Services.GetRequiredService<SmsReplies>().Sign(timestamp, bytes));
        return await _client!.SendAsync(request);
    }
}
