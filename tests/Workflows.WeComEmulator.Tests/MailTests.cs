using System.Net.Mail;
using System.Net.Sockets;
using System.Text;

namespace Workflows.WeComEmulator.Tests;

/// <summary>E-mails that arrive at the emulator instead of in a mailbox.</summary>
public sealed class MailTests : EmulatorTests
{
    [Fact]
    public async Task Letter_OfTheFramework_ArrivesReadable()
    {
        using var client = new SmtpClient("127.0.0.1", Emulator.MailPort);
        using var letter = new MailMessage("瑞雪咖啡 <hello@shop.example>", "lin@example.com")
        {
            Subject = "本周菜单：燕麦拿铁、手冲和三种新的点心，周末还有试饮，欢迎带朋友一起来尝一尝",
            SubjectEncoding = Encoding.UTF8,
            Body = "您好，\n.第二行以点开头\nhttps://shop.example/menu",
            BodyEncoding = Encoding.UTF8,
        };
        letter.Headers.Add("List-Unsubscribe", "<https://shop.example/leave>");

        await client.SendMailAsync(letter);

        var arrived = Assert.Single(await People.MailAsync());
        Assert.Equal(("hello@shop.example", "lin@example.com"), (arrived.From, Assert.Single(arrived.To)));
        Assert.Equal(letter.Subject, arrived.Headers["Subject"]);
        Assert.Equal(letter.Body, arrived.Text.TrimEnd());
        Assert.Equal("<https://shop.example/leave>", arrived.Headers["List-Unsubscribe"]);
        Assert.Equal(Start, arrived.At);
    }

    [Fact]
    public async Task Letter_CutOff_DoesNotArrive()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", Emulator.MailPort);
            await client
                .GetStream()
                .WriteAsync("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nSubject: x\r\n"u8.ToArray());
            using var reader = new StreamReader(client.GetStream());
            for (var line = 0; line < 4; line++)
            {
                await reader.ReadLineAsync();
            }
        }

        Assert.Empty(await People.MailAsync());
    }
}
