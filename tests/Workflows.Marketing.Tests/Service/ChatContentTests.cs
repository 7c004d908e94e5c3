using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service.Chats;

namespace Workflows.Marketing.Tests.Service;

public sealed class ChatContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly MemoryContactStore _contacts = new();

    [Theory]
    [InlineData(null, """{"staff":"li"}""")]
    [InlineData("""{"purpose":"archive"}""", """{"staff":"li","text":"在吗"}""")]
    [InlineData("""{"channel":"chat","purpose":"archive"}""", """{"staff":"li","text":"在吗"}""")]
    [InlineData("""{"channel":"sms","purpose":"archive"}""", """{"staff":"li"}""")]
    [InlineData("""{"purpose":"marketing"}""", """{"staff":"li"}""")]
    [InlineData("{}", """{"staff":"li"}""")]
    public async Task Accept_Message_KeepsItsTextWithConsentToTheArchiveOnly(string? consent, string kept)
    {
        if (consent is not null)
        {
            await TellAsync("c", "contact.opted-in", Now.AddDays(-2), consent);
        }

        await TellAsync("m", "message.received", Now, """{"staff":"li","text":"在吗"}""");

        Assert.Equal(kept, DataOf("m"));
    }

    [Fact]
    public async Task Accept_ConsentWithdrawn_KeepsNothingFromThenOn()
    {
        await TellAsync("c", "contact.opted-in", Now.AddDays(-2), """{"purpose":"archive"}""");
        await TellAsync("d", "contact.opted-out", Now.AddDays(-1), """{"purpose":"archive"}""");
        await TellAsync("m", "call.ended", Now, """{"seconds":9,"summary":"x","transcript":"y"}""");

        Assert.Equal("""{"seconds":9}""", DataOf("m"));
    }

    [Fact]
    public async Task Accept_WithoutALedger_KeepsNoContent()
    {
        var intake = new ContactEventIntake(_contacts, new FakeTimeProvider(Now));

        await intake.AcceptAsync(1, [Event("m", "message.sent", Now, """{"text":"x"}""")], default);

        Assert.Equal("{}", DataOf("m"));
    }

    private static ContactEvent Event(string id, string type, DateTimeOffset at, string data) =>
        new("chat", id, type, at, [new ContactIdentity(IdentityKind.Phone, "13800000001")], data);

    private async Task TellAsync(string id, string type, DateTimeOffset at, string data)
    {
        var intake = new ContactEventIntake(_contacts, new FakeTimeProvider(Now))
        {
            Chats = new ChatContent(_contacts, new MemoryConsentLedger(_contacts)),
        };
        Assert.Empty((await intake.AcceptAsync(1, [Event(id, type, at, data)], default)).Diagnostics);
    }

    private string? DataOf(string id) =>
        _contacts.Accepted.Single(one => one.Event.Id.Equals(id, StringComparison.Ordinal)).Event.Data;
}
