using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workflows.Marketing.Tests.Channels;

/// <summary>The other side of a channel over HTTP: answers as the test says, and keeps what it was asked.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body, string? Key, string? Authorization)> _heard = new();

    public Gateway()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        probe.Stop();
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    /// <summary>The answer to a path with its query: status and body; a null body cuts the connection.</summary>
    public Func<string, (int Status, string? Body)> Answer { get; set; } = _ => (200, "{}");

    public IReadOnlyList<(string Path, string Body, string? Key, string? Authorization)> Heard => [.. _heard];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var path = context.Request.Url!.PathAndQuery;
        var headers = context.Request.Headers;
        _heard.Enqueue((path, await reader.ReadToEndAsync(), headers["Idempotency-Key"], headers["Authorization"]));
        var (status, body) = Answer(path);
        if (body is null)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }
}
