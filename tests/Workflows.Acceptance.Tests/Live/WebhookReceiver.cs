using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>The company's own end of the webhook: keeps the first body of every key and every later one that differs.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _bodies = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _conflicts = new();
    private readonly WebApplication _application;
    private int _received;

    private WebhookReceiver(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public string Address => _application.Urls.First();

    /// <summary>The first body seen for each key.</summary>
    public IReadOnlyDictionary<string, string> Bodies => _bodies;

    /// <summary>Keys that arrived with more than one content.</summary>
    public IReadOnlyCollection<string> Conflicts => _conflicts;

    /// <summary>How many requests came, repetitions included.</summary>
    public int Received => _received;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var receiver = new WebhookReceiver(application);
        application.MapPost("/{**path}", receiver.ReceiveAsync);
        await application.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var key = request.Headers["Idempotency-Key"].ToString();
        Interlocked.Increment(ref _received);
        if (!string.Equals(_bodies.GetOrAdd(key, body), body, StringComparison.Ordinal))
        {
            _conflicts.Enqueue(key);
        }

        return Results.NoContent();
    }
}
