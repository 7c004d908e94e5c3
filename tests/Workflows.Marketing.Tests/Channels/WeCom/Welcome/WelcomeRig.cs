using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Tests.Channels.WeCom.Welcome;

/// <summary>A desk on a server that answers as the test says, and an outbox in memory.</summary>
internal sealed class WelcomeRig : IDisposable
{
    public const int Tenant = 1;

    private readonly EagerClock _machine = new();
    private readonly WeComClient _client;
    private readonly WelcomeChannel _channel;
    private int _nonce;

    public WelcomeRig()
    {
        _client = new WeComClient(
            new WeComOptions
            {
                BaseUrl = Server.Url,
                CorpId = CallbackRig.Corp,
                Secret = "secret",
            },
            new MemoryAccessTokenStore(),
            new MemoryCallQuotaStore(),
            _machine
        );
        _channel = new WelcomeChannel(_client, Inbox, Clock);
        Plans = new WelcomePlans(new MemoryWelcomePlanStore(), Clock, Tenant);
        Gate = new CallbackGate(CallbackRig.Options, Inbox, Signal, Clock, Tenant);
        Desk = DeskOf("one");
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public WeComServer Server { get; } = new();

    public MemoryCallbackStore Inbox { get; } = new();

    public MemoryContactStore Contacts { get; } = new();

    public MemoryStaffRegister Staff { get; } = new();

    public MemoryMessageStore Outbox { get; } = new();

    public CallbackSignal Signal { get; } = new();

    public CallbackGate Gate { get; }

    public WelcomePlans Plans { get; }

    public WelcomeDesk Desk { get; }

    public IReadOnlyList<WeComServerCall> Welcomes => [.. Server.Calls.Where(call => call.Is("send_welcome_msg"))];

    public WelcomeDesk DeskOf(string owner) =>
        new(
            Plans,
            new WelcomeContacts(new ContactEventIntake(Contacts, Clock), Contacts),
            Staff,
            new WelcomeOutbox(Outbox, _channel, new MessageDispatcherOptions(), owner, Clock),
            Clock
        );

    /// <summary>The dispatcher of another process.</summary>
    public MessageDispatcher Dispatcher() =>
        new(Outbox, new ChannelSet(_channel), "dispatcher", new MessageDispatcherOptions(), Clock);

    /// <summary>Lets the callback in through the gate and gives it back.</summary>
    public async Task<WeComCallback> ArriveAsync(string xml)
    {
        var (query, body) = CallbackRig.Seal.Post(xml, Clock.GetUtcNow(), $"n{_nonce++}");
        Assert.Null(await Gate.ReceiveAsync(CallbackRig.Request(query), System.Text.Encoding.UTF8.GetBytes(body)));
        return WeComCallback.Read(xml)!;
    }

    public async Task<MessageSettlement?> GreetAsync(string xml) =>
        await Desk.GreetAsync(Tenant, await ArriveAsync(xml), Clock.GetUtcNow(), CancellationToken.None);

    public async Task PublishAsync(string json)
    {
        var (published, diagnostics) = await Plans.PublishAsync(json, CancellationToken.None);
        Assert.True(published is not null, string.Join('\n', diagnostics));
    }

    public async Task<MessageRecord> SingleAsync() =>
        Assert.Single(await Outbox.ListAsync(Tenant, new MessageQuery(), CancellationToken.None));

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }
}
