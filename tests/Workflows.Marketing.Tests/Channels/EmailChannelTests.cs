using Workflows.Marketing.Channels.Email;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

public sealed class EmailChannelTests : IDisposable
{
    private readonly SmtpServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Send_Letter_HasSubjectUnsubscribeAndAnIdMadeFromTheKey()
    {
        var receipt = await SendAsync(
            "guest@example.com",
            new Attachment.Fields(
                "email",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "夏日新品" }
            )
        );

        var letter = Assert.Single(_server.Letters);
        var id = EmailLetter.MessageId("care:1:i:a:1", "example.org");
        Assert.Equal(new Receipt.Delivered(id), receipt);
        Assert.Contains($"Message-ID: {id}", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe: <https://example.org/bye>", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("=?utf-8?B?5aSP5pel5paw5ZOB?=", letter, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "Refused")]
    [InlineData("RCPT", "450 later", "Unavailable")]
    [InlineData(".", "451 disk full", "Unavailable")]
    [InlineData(".", "554 spam", "Refused")]
    [InlineData(".", "", "Unconfirmed")]
    public async Task Send_ServersWord_IsTheOutcome(string command, string answer, string expected)
    {
        _server.Answer = asked => asked.Equals(command, StringComparison.Ordinal) ? answer : null;

        var receipt = await SendAsync("guest@example.com");

        Assert.Equal(expected, receipt is Receipt.Ended ended ? ended.Outcome.ToString() : receipt.GetType().Name);
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedAgain()
    {
        _server.Dispose();

        Assert.IsType<Receipt.Unavailable>(await SendAsync("guest@example.com"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not an address")]
    public async Task Send_NoAddress_IsRefused(string? address)
    {
        var ended = Assert.IsType<Receipt.Ended>(await SendAsync(address));

        Assert.Equal((SendOutcome.Refused, "no_email"), (ended.Outcome, ended.ReasonCode));
        Assert.Empty(_server.Letters);
    }

    private async Task<Receipt> SendAsync(string? address, params Attachment[] attachments)
    {
        var options = new EmailOptions
        {
            Host = "127.0.0.1",
            Port = _server.Port,
            Tls = false,
            From = "瑞雪 <hello@example.org>",
            Unsubscribe = new Uri("https://example.org/bye"),
        };
        var channel = new EmailChannel(options, TimeProvider.System);
        var attempt = Letters.To(null, Carrier.Email, destination: address, attachments: attachments);
        return await channel.SendAsync(attempt, CancellationToken.None);
    }
}
