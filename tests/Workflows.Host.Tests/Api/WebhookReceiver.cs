using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Host.Tests.Api;

/// <summary>The other side of the webhook: keeps what it is given.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Delivery> _received = new();
    private readonly WebApplication _application;

    public WebhookReceiver()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapPost("/", ReceiveAsync);
    }

    public IReadOnlyCollection<Delivery> Received => _received;

    public string Address => _application.Urls.First();

    /// <summary>Messages that hold this text are refused for good.</summary>
    public string? Refuses { get; set; }

    public Task StartAsync() => _application.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (Refuses is { } refused && body.Contains(refused, StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        _received.Enqueue(new Delivery(request.Headers["Idempotency-Key"].ToString(), body));
        return Results.NoContent();
    }

    public sealed record Delivery(string Key, string Body);
}
