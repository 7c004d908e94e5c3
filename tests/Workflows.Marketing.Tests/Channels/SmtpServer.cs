using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workflows.Marketing.Tests.Channels;

/// <summary>A mail server on a real socket: takes letters, or answers a command as the test says.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _letters = new();

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The answer to a command (<c>RCPT</c>, <c>DATA</c>, <c>.</c>), or null for success; empty hangs up.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public IReadOnlyList<string> Letters => [.. _letters];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client);
            }
            catch (IOException)
            {
                // The client left.
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false))
        {
            AutoFlush = true,
            NewLine = "\r\n",
        };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            var answer = Answer(command);
            if (answer?.Length == 0)
            {
                return;
            }

            await writer.WriteLineAsync(answer ?? (command is "DATA" ? "354 go on" : "250 ok"));
            if (command is "DATA" && answer is null)
            {
                await TakeAsync(reader, writer);
            }
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
        {
            letter.AppendLine(line);
        }

        _letters.Enqueue(letter.ToString());
        var answer = Answer(".");
        if (answer?.Length != 0)
        {
            await writer.WriteLineAsync(answer ?? "250 taken");
        }
        else
        {
            writer.BaseStream.Close();
        }
    }
}
