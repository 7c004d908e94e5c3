using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Workflows.Storage.Tests.Limits;

/// <summary>The receiving side: an HTTP server that writes down, by its own watch, which group got which message when.</summary>
internal sealed class GroupLedger : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Entry> _entries = new();
    private readonly TimeProvider _watch;
    private readonly Task _receiving;

    public GroupLedger(TimeProvider watch)
    {
        _watch = watch;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _receiving = ReceiveAsync();
    }

    public Uri Address { get; }

    /// <summary>Everything that arrived, repetitions included.</summary>
    public IReadOnlyCollection<Entry> Entries => _entries;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _receiving;
    }

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var exchange = await _listener.GetContextAsync();
                using var message = await JsonDocument.ParseAsync(exchange.Request.InputStream);
                _entries.Enqueue(
                    new Entry(
                        message.RootElement.GetProperty("key").GetString()!,
                        message.RootElement.GetProperty("group").GetString()!,
                        _watch.GetUtcNow()
                    )
                );
                exchange.Response.StatusCode = (int)HttpStatusCode.NoContent;
                exchange.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <param name="Key">The message's key.</param>
    /// <param name="Group">Who got it.</param>
    /// <param name="At">When.</param>
    internal sealed record Entry(string Key, string Group, DateTimeOffset At);
}
