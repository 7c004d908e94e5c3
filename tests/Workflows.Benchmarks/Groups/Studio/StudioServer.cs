using Microsoft.AspNetCore.Builder;
using Workflows.Host.Composition;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>The product as it is served, in this process, over a filled database.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StudioServer(WebApplication application, string key)
    {
        (_application, Key) = (application, key);
        Client = new HttpClient { BaseAddress = new Uri($"{Address}/elsa/api/") };
        Client.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    public string Address => _application.Urls.First();

    /// <summary>An administrator's key.</summary>
    public string Key { get; }

    /// <summary>Asks Elsa's REST interface.</summary>
    public HttpClient Client { get; }

    public static async Task<StudioServer> StartAsync(BenchmarkDatabase database, Func<Task> fill)
    {
        var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Provider"] = nameof(StorageKind.Postgres),
                ["Workflows:ConnectionString"] = database.ConnectionString,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        await HostStart.OpenDatabaseAsync(application.Services, CancellationToken.None);
        await fill();
        var start = await HostStart.PrepareAsync(application.Services, library: null, CancellationToken.None);
        await application.StartAsync();
        return new StudioServer(application, start.FirstKey!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
