using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>What is sent together, what is not sent at all, and that every message ends once.</summary>
public class MessageAdmissionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryMessageStore _store = new();

    [Fact]
    public async Task Dispatch_BatchChannel_GetsMessagesOfOneKeyTogether()
    {
        var channel = new BatchingChannel();
        _store.Add(0, [.. Enumerable.Range(0, 7).Select(i => Message($"a{i}", $"c{i}", "first"))]);
        _store.Add(0, Message("b0", "c9", "other"));

        while (await DispatchAsync(channel) > 0) { }

        Assert.All(channel.Batches, batch => Assert.Single(batch.Select(one => one.Message.Template).Distinct()));
        Assert.Equal([1, 1, 3, 3], channel.Batches.Select(batch => batch.Count).Order());
    }

    [Fact]
    public async Task Dispatch_TwoBatchesToOneRecipient_KeepTheirOrder()
    {
        var channel = new BatchingChannel();
        _store.Add(0, Message("a", "c1", "first"), Message("b", "c1", "second"), Message("c", "c2", "second"));

        await DispatchAsync(channel);

        var order = channel.Batches.SelectMany(batch => batch).Select(one => one.Message.Key).ToList();
        Assert.True(order.IndexOf("a") < order.IndexOf("b"));
    }

    [Theory]
    [InlineData(LimitPolicy.Defer, MessageState.Deferred, null)]
    [InlineData(LimitPolicy.Drop, MessageState.Ended, SendOutcome.Refused)]
    [InlineData(LimitPolicy.Branch, MessageState.Ended, SendOutcome.Refused)]
    public async Task Dispatch_LimitReached_DoesWhatTheMessageAsksFor(
        LimitPolicy policy,
        MessageState state,
        SendOutcome? outcome
    )
    {
        var channel = new BatchingChannel();
        _store.Add(0, Message("a", "c1", "first") with { OnLimit = policy });

        await DispatchAsync(channel, new OneVerdict(new Verdict.Deferred(_clock.GetUtcNow().AddHours(9), "quiet")));

        var record = await RecordAsync("a");
        Assert.Empty(channel.Batches);
        Assert.Equal((state, outcome, "quiet"), (record.State, record.Outcome, record.ReasonCode));
    }

    [Fact]
    public async Task Dispatch_DeferredMessage_IsJudgedAgainAtTheNewTime()
    {
        var channel = new BatchingChannel();
        _store.Add(0, Message("a", "c1", "first"));
        await DispatchAsync(channel, new OneVerdict(new Verdict.Deferred(_clock.GetUtcNow().AddHours(9), "quiet")));

        Assert.Equal(0, await DispatchAsync(channel));
        _clock.Advance(TimeSpan.FromHours(9));
        await DispatchAsync(channel, new OneVerdict(new Verdict.Dropped("opted_out")));

        Assert.Equal("opted_out", (await RecordAsync("a")).ReasonCode);
        Assert.Empty(channel.Batches);
    }

    [Fact]
    public async Task Dispatch_DeferredBeyondItsTime_ExpiresAtOnce()
    {
        _store.Add(0, Message("a", "c1", "first") with { ExpiresAt = _clock.GetUtcNow().AddHours(1) });

        await DispatchAsync(
            new BatchingChannel(),
            new OneVerdict(new Verdict.Deferred(_clock.GetUtcNow().AddHours(9), "quiet"))
        );

        Assert.Equal(SendOutcome.Expired, (await RecordAsync("a")).Outcome);
    }

    [Fact]
    public async Task Dispatch_TakenBackMessage_IsCancelledUnsent()
    {
        var channel = new BatchingChannel();
        _store.Add(0, Message("a", "c1", "first"));
        await _store.TakeBackAsync(0, ["a"], _clock.GetUtcNow(), default);

        await DispatchAsync(channel);

        Assert.Empty(channel.Batches);
        Assert.Equal(SendOutcome.Cancelled, (await RecordAsync("a")).Outcome);
    }

    [Fact]
    public async Task Dispatch_AnyReceipts_EveryMessageEndsOnceAndWakesOnce()
    {
        var woken = new List<string>();
        var store = new MemoryMessageStore(work => woken.AddRange(work.Select(item => item.InstanceId.ToString()!)));
        var random = new Random(17);
        var channel = new BatchingChannel(_ => Any(random));
        OutboundMessage[] messages =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i =>
                    Message($"k{i}", $"c{i % 40}", $"t{i % 3}") with
                    {
                        InstanceId = new Guid(i + 1, 0, 0, new byte[8]),
                    }
                ),
        ];
        store.Add(0, messages);

        while (await store.NextDueAsync(default) is { } due)
        {
            _clock.SetUtcNow(due > _clock.GetUtcNow() ? due : _clock.GetUtcNow());
            using var dispatcher = Dispatcher(store, channel, null);
            await dispatcher.DispatchAsync(CancellationToken.None);
        }

        var records = await store.ListAsync(0, new MessageQuery(Take: 1000), default);
        Assert.All(records, record => Assert.True(record.State.IsFinal() && record.Outcome is not null));
        Assert.Equal(300, woken.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(300, woken.Count);
        Assert.Equal(
            records.Count(record => record.Outcome == SendOutcome.Sent),
            records.Count(record => record.State == MessageState.Delivered)
        );
    }

    private static Receipt Any(Random random) =>
        random.Next(6) switch
        {
            0 => new Receipt.Delivered(),
            1 => new Receipt.Ended(SendOutcome.NotAFriend, "84061", "not a friend"),
            2 => new Receipt.Ended(SendOutcome.QuotaReached, "45009", "quota"),
            3 => new Receipt.Unavailable("503"),
            4 => new Receipt.Unknown("time-out"),
            _ => throw new InvalidOperationException("poison"),
        };

    private static OutboundMessage Message(string key, string contact, string template) =>
        new(
            key,
            new Recipient.Group(contact),
            Carrier.Group,
            "batching",
            template,
            new MessageContent("hello"),
            "marketing",
            default,
            "care",
            1
        );

    private MessageDispatcher Dispatcher(IMessageStore store, IChannel channel, ISendJudge? judge) =>
        new(
            store,
            new ChannelSet(channel),
            "me",
            new MessageDispatcherOptions { MaxAttempts = 5 },
            _clock,
            judge is null ? [] : [judge]
        );

    private async Task<int> DispatchAsync(IChannel channel, ISendJudge? judge = null)
    {
        using var dispatcher = Dispatcher(_store, channel, judge);
        return await dispatcher.DispatchAsync(CancellationToken.None);
    }

    private async Task<MessageRecord> RecordAsync(string key) => (await _store.FindAsync(0, key, default))!;
}
