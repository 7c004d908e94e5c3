using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Host.Studio;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

/// <summary>The whole host on a free port of this machine, with an empty SQLite workspace of its own.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    private readonly string _data = Directory.CreateTempSubdirectory("workflows-host-").FullName;
    private WebApplication? _application;

    /// <summary>Calls with a valid key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Calls without any key.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public string Key { get; private set; } = "";

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _application!.Services;

    /// <summary>How to reach its database.</summary>
    public string Database => $"Data Source={Path.Combine(_data, "workflows.db")}";

    /// <summary>Where it listens.</summary>
    public Uri Address => Stranger.BaseAddress!;

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
                ["Workflows:PrivateDownloads"] = "true",
                ["Workflows:Library"] = Repository.Root,
                ["Workflows:Links"] = "https://s.brand.example",
                ["Workflows:LinkDomains"] = "https://go.second.example",
                ["Workflows:LinkHome"] = "https://second.example/home",
                ["Logging:LogLevel:Default"] = "Warning",
            },
            services => services.AddSingleton(StudioPackage.In(Repository.Root))
        );
        var start = await HostStart.PrepareAsync(_application.Services, library: null, CancellationToken.None);
        await _application.StartAsync();
        Key = start.FirstKey!;
        var address = new Uri(_application.Urls.First());
        Stranger = new HttpClient { BaseAddress = address };
        Client = Patient(address);
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

    /// <summary>Calls with a key of a role; the caller disposes of it.</summary>
    internal async Task<HttpClient> ClientOfAsync(Role role)
    {
        var key = await Services
            .GetRequiredService<ApiKeyRing>()
            .CreateAsync(role.ToString(), role, CancellationToken.None);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>Adds somebody with the password that all of them have.</summary>
    internal async Task AddUserAsync(string name, Role role)
    {
        var (_, mistake) = await Services
            .GetRequiredService<UserRoll>()
            .AddAsync(name, Password, role, CancellationToken.None);
        Assert.Null(mistake);
    }

    /// <summary>
    /// A client that waits until the host says whether it takes a large body, when a request asks so. By default it sends after a
    /// second anyway, which a busy machine exceeds, and then is cut off in the middle of it.
    /// </summary>
    internal static HttpClient Patient(Uri address) =>
        new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = address };

    /// <summary>A browser: it has cookies, says where a request comes from, and follows nothing by itself.</summary>
    internal HttpClient Browser(string site = "same-origin")
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        var browser = new HttpClient(handler) { BaseAddress = Address };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        return browser;
    }

    /// <summary>Signs a browser in.</summary>
    internal static Task<HttpResponseMessage> SignInAsync(
        HttpClient browser,
        string name,
        string password = Password
    ) =>
        browser.PostAsync(
            "/studio/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["password"] = password }
            )
        );

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
