using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Workflows.Host.Composition;

namespace Workflows.Host.Tests.Api;

/// <summary>The whole host on a free port of this machine, with an empty SQLite workspace of its own.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-host-").FullName;
    private WebApplication? _application;

    /// <summary>Calls with a valid key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Calls without any key.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public string Key { get; private set; } = "";

    /// <summary>Where the host's messages go.</summary>
    public WebhookReceiver Webhook { get; } = new();

    public async Task InitializeAsync()
    {
        await Webhook.StartAsync();
        _application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Data"] = _data,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Workflows:Webhook"] = Webhook.Address,
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        var start = await HostStart.PrepareAsync(_application.Services, library: null, CancellationToken.None);
        await _application.StartAsync();
        Key = start.FirstKey!;
        var address = new Uri(_application.Urls.First());
        Stranger = new HttpClient { BaseAddress = address };
        Client = new HttpClient { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("X-Api-Key", Key);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        await Webhook.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Sends text as JSON, whatever it is.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string json) =>
        Client.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    /// <summary>The answer's problem details; fails if it is anything else.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
