using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>Answers like WeCom's server, as the test says; keeps what it was asked.</summary>
internal sealed class WeComServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<WeComServerCall> _calls = new();
    private int _tokens;

    public WeComServer()
    {
        (_listener, Url) = Listen();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    /// <summary>What every call but those for tokens is answered with.</summary>
    public Func<WeComServerCall, WeComServerAnswer> Answer { get; set; } =
        _ => new WeComServerAnswer("""{"errcode":0,"errmsg":"ok"}""");

    public IReadOnlyList<WeComServerCall> Calls => [.. _calls];

    public int TokensGiven => _tokens;

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, Uri Url) Listen()
    {
        for (var port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            var address = $"http://127.0.0.1:{port}/";
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, new Uri(address));
            }
            catch (HttpListenerException)
            {
                // Another test has this port; a listener that failed cannot be used again.
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var text = await body.ReadToEndAsync();
        var isJson = context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var call = new WeComServerCall(
            context.Request.HttpMethod,
            context.Request.Url!.AbsolutePath,
            context.Request.QueryString["access_token"],
            context.Request.Url.Query,
            isJson ? JsonNode.Parse(text) : null,
            text
        );
        var answer = call.Is("/cgi-bin/gettoken") ? Token(call) : Answer(call);
        _calls.Enqueue(call);
        if (answer.Body is null)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    private WeComServerAnswer Token(WeComServerCall call) =>
        call.Query.Contains("corpsecret=wrong", StringComparison.Ordinal)
            ? new WeComServerAnswer("""{"errcode":40001,"errmsg":"invalid credential"}""")
            : new WeComServerAnswer(
                $$"""{"errcode":0,"errmsg":"ok","access_token":"token{{Interlocked.Increment(ref _tokens)}}","expires_in":7200}"""
            );
}
