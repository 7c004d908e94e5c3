using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Host.Tests.Api;
using Workflows.Testing;

namespace Workflows.Host.Tests.WeCom;

/// <summary>A host with an empty workspace that WeCom's callbacks reach, and a hand that seals them.</summary>
public sealed class CallbackHost : IAsyncLifetime
{
    public const string Corp = "wwCORP";

    private const string Token = "TOKEN";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private readonly string _data = Directory.CreateTempSubdirectory("workflows-wecom-").FullName;
    private WebApplication? _application;
    private int _nonce;

    /// <summary>Calls without any key.</summary>
    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _application!.Services;

    public WeComSeal Seal { get; } = new(Token, Key, Corp);

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task InitializeAsync()
    {
        _application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Data"] = _data,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Channels:WeCom:CorpId"] = Corp,
                ["Channels:WeCom:Secret"] = "secret",
                ["Channels:WeCom:BaseUrl"] = "http://127.0.0.1:1",
                ["Channels:WeCom:CallbackToken"] = Token,
                ["Channels:WeCom:CallbackAesKey"] = Key,
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        await HostStart.PrepareAsync(_application.Services, library: null, CancellationToken.None);
        await _application.StartAsync();
        Client = RunningHost.Patient(new Uri(_application.Urls.First()));
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Sends an event as WeCom does.</summary>
    public Task<HttpResponseMessage> PostAsync(string xml) =>
        SendAsync(Seal.Post(xml, Now, $"n{Interlocked.Increment(ref _nonce)}"));

    public Task<HttpResponseMessage> SendAsync((string Query, string Body) request) =>
        Client.PostAsync(
            $"/channels/wecom/callback?{request.Query}",
            new StringContent(request.Body, Encoding.UTF8, "text/xml")
        );

    public static string Added(string customer, string staff = "zhangsan", string? state = null) =>
        $"<xml><ToUserName>{Corp}</ToUserName><FromUserName>sys</FromUserName><CreateTime>1767225600</CreateTime><MsgType>event</MsgType>"
        + $"<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><UserID>{staff}</UserID>"
        + $"<ExternalUserID>{customer}</ExternalUserID><State>{state}</State><WelcomeCode>code-{customer}</WelcomeCode></xml>";
}
