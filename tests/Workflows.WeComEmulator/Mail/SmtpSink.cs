using System.Net;
using System.Net.Sockets;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Mail;

/// <summary>A mail server that takes every letter and sends none: what arrives stands on the page <c>/mail</c>. Plain SMTP, on this machine only.</summary>
internal sealed class SmtpSink : BackgroundService
{
    private readonly Company _company;
    private readonly TcpListener _listener;

    public SmtpSink(Company company, int port)
    {
        _company = company;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        company.MailPort = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(stoppingToken);
            _ = TalkAsync(client, stoppingToken);
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken stopping)
    {
        try
        {
            using (client)
            await using (var stream = client.GetStream())
            {
                await new SmtpTalk(stream, Keep).RunAsync(stopping);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or FormatException)
        {
            // Who hangs up in the middle has sent nothing.
        }
    }

    private void Keep(string from, IReadOnlyList<string> to, string data) =>
        _company.Do(() => _company.Mail.Add(_company.Clock.GetUtcNow(), from, to, data));
}
