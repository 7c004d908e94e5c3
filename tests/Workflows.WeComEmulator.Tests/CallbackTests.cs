using System.Net;
using System.Web;
using System.Xml.Linq;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Customers;

namespace Workflows.WeComEmulator.Tests;

public sealed class CallbackTests : EmulatorTests
{
    private const string Token = "QDG6eK";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void Cipher_OfficialVector_IsMadeByteForByte()
    {
        var encrypted = Samples.Text("cipher-vector.txt").Trim();
        var opened = Opened.Of(Key, encrypted);
        var cipher = new CallbackCipher(Token, Key, opened.Receiver);

        Assert.Equal("wx5823bf96d3bd56c7", opened.Receiver);
        Assert.Equal(encrypted, cipher.Encrypt(opened.Message, opened.Salt));
        Assert.Equal("477715d11cdb4164915debcba66cb864d751f3e6", cipher.Sign("1409659813", "1372623149", encrypted));
    }

    [Fact]
    public async Task Callback_OfAnEvent_IsSignedAndEncrypted()
    {
        await using var receiver = await ListenAsync();
        await People.ScanAsync(Stranger, "store");
        await People.CallbacksIdleAsync(Patience);

        var (query, body) = Assert.Single(receiver.Requests);
        var parameters = HttpUtility.ParseQueryString(query);
        var encrypted = XDocument.Parse(body).Root!.Element("Encrypt")!.Value;
        var cipher = new CallbackCipher(Token, Key, Company.Id);
        Assert.Equal(
            cipher.Sign(parameters["timestamp"]!, parameters["nonce"]!, encrypted),
            parameters["msg_signature"]
        );
        var opened = Opened.Of(Key, encrypted);
        Assert.Equal(Company.Id, opened.Receiver);
        var told = XDocument.Parse(opened.Message).Root!;
        Assert.Equal(
            ("add_external_contact", Stranger),
            (told.Element("ChangeType")!.Value, told.Element("ExternalUserID")!.Value)
        );
        Assert.Equal(Start.ToUnixTimeSeconds().ToString(), told.Element("CreateTime")!.Value);
    }

    [Fact]
    public async Task Callback_ReceiverFails_IsTriedThreeTimesMore()
    {
        await using var receiver = await ListenAsync();
        receiver.Answer = HttpStatusCode.InternalServerError;
        await People.ScanAsync(Stranger, "store");
        for (var retry = 1; retry <= 4; retry++)
        {
            await EventuallyAsync(() => receiver.Requests.Count == retry);
            await UntilSettledAsync(retry);
            await People.AdvanceAsync(TimeSpan.FromSeconds(5));
        }

        await People.CallbacksIdleAsync(Patience);
        var record = Assert.Single(await People.CallbacksAsync());
        Assert.Equal(("given-up", 4, 500), (record.Status, record.Attempts, record.Answer));
    }

    [Fact]
    public async Task Chaos_Drop_LosesTheEvent()
    {
        await using var receiver = await ListenAsync(new ChaosKnobs { Drop = 1 });
        await People.ScanAsync(Stranger, "store");
        await People.CallbacksIdleAsync(Patience);

        Assert.Empty(receiver.Requests);
        Assert.Equal("dropped", Assert.Single(await People.CallbacksAsync()).Status);
    }

    [Fact]
    public async Task Chaos_Duplicate_DeliversTwiceWithTwoNonces()
    {
        await using var receiver = await ListenAsync(new ChaosKnobs { Duplicate = 1 });
        await People.ScanAsync(Stranger, "store");
        await People.CallbacksIdleAsync(Patience);

        Assert.Equal(2, receiver.Requests.Select(request => request.Query).Distinct().Count());
    }

    [Fact]
    public async Task Chaos_ReplayAndForgery_AreSentBesidesTheTrueOne()
    {
        await using var receiver = await ListenAsync(new ChaosKnobs { Replay = 1, WrongSignature = 1 });
        await People.ScanAsync(Stranger, "store");
        await EventuallyAsync(() => receiver.Requests.Count == 3);

        Assert.Equal(2, receiver.Requests.Distinct().Count());
    }

    [Fact]
    public async Task Chaos_Delay_WaitsForTheClock()
    {
        await using var receiver = await ListenAsync(new ChaosKnobs { Delay = 1 });
        await People.ScanAsync(Stranger, "store");
        Assert.Empty(receiver.Requests);

        await People.AdvanceAsync(TimeSpan.FromSeconds(3));
        await People.CallbacksIdleAsync(Patience);

        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task Chaos_SameSecond_GivesDifferentEventsOneTime()
    {
        await using var receiver = await ListenAsync(new ChaosKnobs { SameSecond = true });
        await People.ScanAsync(Stranger, "store");
        await People.AdvanceAsync(TimeSpan.FromSeconds(3));
        await People.ActAsync(Stranger, "delete", new CustomerAct(Member: Owner));
        await People.CallbacksIdleAsync(Patience);

        var times = receiver.Requests.Select(request =>
            XDocument
                .Parse(Opened.Of(Key, XDocument.Parse(request.Body).Root!.Element("Encrypt")!.Value).Message)
                .Root!.Element("CreateTime")!
                .Value
        );
        Assert.Single(times.Distinct());
        Assert.Equal(2, receiver.Requests.Count);
    }

    [Fact]
    public async Task Verification_ReceiverThatDecrypts_IsVerified()
    {
        await using var receiver = await Receiver.StartAsync();
        var settings = new CallbackSettings(receiver.Address, Token, Key);
        Assert.False((await People.VerifyCallbackAsync(settings)).Verified);

        receiver.Echo = echo => Opened.Of(Key, echo).Message;

        Assert.True((await People.VerifyCallbackAsync(settings)).Verified);
    }

    private async Task<Receiver> ListenAsync(ChaosKnobs? knobs = null)
    {
        var receiver = await Receiver.StartAsync();
        await People.SetCallbackAsync(new CallbackSettings(receiver.Address, Token, Key));
        await People.SetChaosAsync(knobs ?? ChaosKnobs.None);
        return receiver;
    }

    private Task UntilSettledAsync(int attempts) =>
        EventuallyAsync(async () => (await People.CallbacksAsync())[0].Attempts == attempts);

    private static Task EventuallyAsync(Func<bool> holds) => EventuallyAsync(() => Task.FromResult(holds()));

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
