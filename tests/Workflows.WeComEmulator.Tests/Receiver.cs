using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.WeComEmulator.Tests;

/// <summary>The company's end of the callbacks: keeps every request, answers what it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Query, string Body)> _requests = new();

    private Receiver(WebApplication application) => _application = application;

    public string Address => _application.Urls.First() + "/callback";

    public IReadOnlyList<(string Query, string Body)> Requests => [.. _requests];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    /// <summary>What a question whether the address is ours is answered.</summary>
    public Func<string, string> Echo { get; set; } = _ => string.Empty;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var receiver = new Receiver(application);
        application.MapPost("/callback", receiver.TakeAsync);
        application.MapGet("/callback", (string echostr) => receiver.Echo(echostr));
        await application.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        _requests.Enqueue((request.QueryString.Value!, await reader.ReadToEndAsync()));
        return Results.StatusCode((int)Answer);
    }
}
