using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>A web socket as a browser opens it: without a header of its own. It speaks SignalR's JSON.</summary>
internal sealed class BrowserSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly StringBuilder _heard = new();

    private BrowserSocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>Opens the hub's socket.</summary>
    /// <exception cref="WebSocketException">The server refuses; the message has its status.</exception>
    public static async Task<BrowserSocket> OpenAsync(Uri server, string query)
    {
        var browser = new BrowserSocket(new ClientWebSocket());
        try
        {
            await browser._socket.ConnectAsync(
                new Uri($"ws://{server.Authority}/elsa/hubs/workflow-instance{query}"),
                browser._patience.Token
            );
            await browser.SayAsync(new { protocol = "json", version = 1 });
            await browser.HearAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task ObserveAsync(string instance) =>
        SayAsync(
            new
            {
                type = 1,
                invocationId = "1",
                target = "ObserveInstanceAsync",
                arguments = new[] { instance },
            }
        );

    /// <summary>The argument of the next call of a name.</summary>
    public async Task<JsonElement> WhenToldAsync(string target)
    {
        while (true)
        {
            var message = await HearAsync();
            if (message.TryGetProperty("target", out var name) && name.ValueEquals(target))
            {
                return message.GetProperty("arguments")[0];
            }
        }
    }

    /// <summary>Waits for the answer to what was asked.</summary>
    public async Task WhenAnsweredAsync()
    {
        while (!(await HearAsync()).TryGetProperty("invocationId", out _)) { }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _patience.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SayAsync(object message) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + End),
            WebSocketMessageType.Text,
            endOfMessage: true,
            _patience.Token
        );

    private async Task<JsonElement> HearAsync()
    {
        var buffer = new byte[65_536];
        int end;
        while ((end = _heard.ToString().IndexOf(End, StringComparison.Ordinal)) < 0)
        {
            var received = await _socket.ReceiveAsync(buffer, _patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException("The server closed the socket.");
            }

            _heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }

        var message = JsonElement.Parse(_heard.ToString(0, end));
        _heard.Remove(0, end + 1);
        return message;
    }
}
