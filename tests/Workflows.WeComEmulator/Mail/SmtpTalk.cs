using System.Text;

namespace Workflows.WeComEmulator.Mail;

/// <summary>One client's conversation: as much of SMTP as a sender without encryption needs.</summary>
internal sealed class SmtpTalk(Stream stream, Action<string, IReadOnlyList<string>, string> keep)
{
    private const int LongestLetter = 10 * 1024 * 1024;

    private readonly StreamReader _reader = new(stream, Encoding.UTF8);
    private readonly List<string> _to = [];
    private string _from = "";

    public async Task RunAsync(CancellationToken stopping)
    {
        await SayAsync("220 emulator", stopping);
        while (await _reader.ReadLineAsync(stopping) is { } line)
        {
            switch (line.Split(' ', 2)[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-emulator\r\n250 8BITMIME", stopping);
                    break;
                case "MAIL":
                    (_from, var ignored) = (Address(line), _to.RemoveAll(_ => true));
                    await SayAsync("250 OK", stopping);
                    break;
                case "RCPT":
                    _to.Add(Address(line));
                    await SayAsync("250 OK", stopping);
                    break;
                case "DATA" when _to.Count > 0:
                    await TakeAsync(stopping);
                    break;
                case "DATA":
                    await SayAsync("503 nobody to send it to", stopping);
                    break;
                case "QUIT":
                    await SayAsync("221 bye", stopping);
                    return;
                case "HELO" or "RSET" or "NOOP":
                    await SayAsync("250 OK", stopping);
                    break;
                default:
                    await SayAsync("502 not here", stopping);
                    break;
            }
        }
    }

    private async Task TakeAsync(CancellationToken stopping)
    {
        await SayAsync("354 go on", stopping);
        var letter = new StringBuilder();
        while (true)
        {
            var line =
                await _reader.ReadLineAsync(stopping)
                ?? throw new IOException("The letter was cut off before its end.");
            if (line is ".")
            {
                break;
            }

            // A line that begins with a point has one more on the way.
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
            if (letter.Length > LongestLetter)
            {
                throw new IOException("The letter is too long.");
            }
        }

        keep(_from, [.. _to], letter.ToString());
        await SayAsync("250 taken", stopping);
    }

    private static string Address(string line) =>
        line.IndexOf('<', StringComparison.Ordinal) is >= 0 and var from
        && line.IndexOf('>', StringComparison.Ordinal) is var to
        && to > from
            ? line[(from + 1)..to]
            : line.Split(':', 2)[^1].Trim();

    private Task SayAsync(string line, CancellationToken stopping) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), stopping).AsTask();
}
