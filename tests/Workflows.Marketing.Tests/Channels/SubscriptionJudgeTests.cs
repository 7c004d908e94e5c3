using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels;

/// <summary>Subscribe messages on their way out: each needs an approval and uses it, if WeChat took it.</summary>
public sealed class SubscriptionJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 4, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly MemoryContactStore _contacts = new();
    private readonly MemoryMessageStore _store = new();
    private readonly MemorySubscriptionLedger _ledger;
    private readonly List<string> _sent = [];
    private int _events;

    public SubscriptionJudgeTests() => _ledger = new MemorySubscriptionLedger(_contacts);

    [Fact]
    public async Task Dispatch_TwoMessagesAndOneApproval_SendsOne()
    {
        var ann = await GrantAsync(count: 1);

        await DispatchAsync(new Receipt.Delivered(), Message("a", ann), Message("b", ann));

        Assert.Equal(["a"], _sent);
        Assert.Equal((SendOutcome.Refused, "not_subscribed"), await EndAsync("b"));
        Assert.Equal((0, 1, 0), await BalanceAsync(ann));
    }

    [Fact]
    public async Task Dispatch_WeChatKnowsOfNoApproval_TheLedgerIsCorrected()
    {
        var ann = await GrantAsync(count: 3);
        var refused = new Receipt.Ended(SendOutcome.QuotaReached, "subscription_used_up", "43101");

        await DispatchAsync(refused, Message("a", ann));
        await DispatchAsync(new Receipt.Delivered(), Message("b", ann));

        Assert.Equal(["a"], _sent);
        Assert.Equal((SendOutcome.QuotaReached, "subscription_used_up"), await EndAsync("a"));
        Assert.Equal((SendOutcome.Refused, "not_subscribed"), await EndAsync("b"));
        Assert.Equal((0, 0, 3), await BalanceAsync(ann));
    }

    [Theory]
    [InlineData("wrong fields", 1)]
    [InlineData("no answer", 0)]
    public async Task Dispatch_MessageThatEndsOtherwise_KeepsItsApprovalOnlyIfItMayHaveArrived(string end, int left)
    {
        var ann = await GrantAsync(count: 1);
        Receipt receipt = end is "no answer"
            ? new Receipt.Ended(SendOutcome.Unconfirmed, "no_answer", "cut")
            : new Receipt.Ended(SendOutcome.Refused, "template_fields", "47003");

        await DispatchAsync(receipt, Message("a", ann));

        Assert.Equal((left, 1 - left, 0), await BalanceAsync(ann));
    }

    [Theory]
    [InlineData("official-account", true, false)]
    [InlineData("official-account", false, true)]
    [InlineData("sms", true, true)]
    [InlineData("Mini-Program", true, false)]
    public async Task Judge_OtherMessages_NeedNoApproval(string channel, bool hasFields, bool passes)
    {
        var message = Message("a", Guid.Empty) with
        {
            Channel = channel,
            Content = hasFields ? Message("a", Guid.Empty).Content : new MessageContent("您好"),
        };

        var verdicts = await new SubscriptionJudge(_ledger).JudgeAsync(
            [new LeasedMessage(1, message, 1, Now)],
            Now,
            CancellationToken.None
        );

        Assert.Equal(passes, verdicts[0] is Verdict.Allowed);
    }

    private static OutboundMessage Message(string key, Guid contact) =>
        new(
            key,
            new Recipient.Person(contact, [new ContactIdentity(IdentityKind.OpenId, "o1")]),
            Carrier.MiniProgram,
            "mini-program",
            "order-ready",
            new MessageContent(
                "",
                [
                    new Attachment.Fields(
                        "T1",
                        new Dictionary<string, string>(StringComparer.Ordinal) { ["thing1"] = "x" }
                    ),
                ]
            ),
            "service",
            Now,
            "care",
            1
        );

    private async Task<Guid> GrantAsync(int count)
    {
        var one = new ContactEvent(
            "mini",
            $"{++_events}",
            ContactEventTypes.SubscriptionGranted,
            Now,
            [new ContactIdentity(IdentityKind.OpenId, "o1")],
            $$"""{"template":"T1","count":{{count}}}"""
        );
        return (await _contacts.AcceptAsync(1, [one], Now, default))[0].ContactId;
    }

    private async Task DispatchAsync(Receipt receipt, params OutboundMessage[] messages)
    {
        _store.Add(1, messages);
        using var dispatcher = new MessageDispatcher(
            _store,
            new ChannelSet(new Phone(receipt, _sent)),
            "me",
            new MessageDispatcherOptions(),
            _clock,
            [new SubscriptionJudge(_ledger)]
        );
        while (await dispatcher.DispatchAsync(CancellationToken.None) > 0) { }
    }

    private async Task<(SendOutcome?, string?)> EndAsync(string key)
    {
        var record = (await _store.FindAsync(1, key, default))!;
        return (record.Outcome, record.ReasonCode);
    }

    private async Task<(int Left, int Used, int Void)> BalanceAsync(Guid contact)
    {
        var balance = Assert.Single(await _ledger.ListAsync(1, contact, default));
        return (balance.Left, balance.Used, balance.Void);
    }

    private sealed class Phone(Receipt receipt, List<string> sent) : IChannel
    {
        public string Name => "mini-program";

        public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
        {
            sent.Add(attempt.Message.Key);
            return Task.FromResult(receipt);
        }
    }
}
