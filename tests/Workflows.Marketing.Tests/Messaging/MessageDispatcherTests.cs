using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

public class MessageDispatcherTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryMessageStore _store = new();
    private readonly ScriptedChannel _channel = new();

    [Fact]
    public async Task Dispatch_DeliveredMessage_IsSettledAndNotSentAgain()
    {
        Add("a");

        Assert.Equal(1, await DispatchAsync());
        Assert.Equal(0, await DispatchAsync());

        var record = await RecordAsync("a");
        Assert.Equal((MessageState.Delivered, 1, "ref-a"), (record.State, record.Attempts, record.Reference));
    }

    [Fact]
    public async Task Dispatch_TargetUnavailable_TriesAgainAfterADoublingDelay()
    {
        Add("a");
        _channel.Answers.Enqueue(new Receipt.Unavailable("503"));
        _channel.Answers.Enqueue(new Receipt.Unavailable("503"));

        await DispatchAsync();
        var first = (await RecordAsync("a")).DueAt - _clock.GetUtcNow();
        Assert.Equal(0, await DispatchAsync());
        _clock.Advance(first);
        await DispatchAsync();
        var second = (await RecordAsync("a")).DueAt - _clock.GetUtcNow();
        _clock.Advance(second);
        await DispatchAsync();

        Assert.InRange(first.TotalSeconds, 0.5, 1);
        Assert.InRange(second.TotalSeconds, 1, 2);
        Assert.Equal(MessageState.Delivered, (await RecordAsync("a")).State);
        Assert.All(_channel.Seen, message => Assert.Equal("a", message.Key));
        Assert.Equal(3, _channel.Seen.Count);
        Assert.Single(_channel.Seen.Distinct());
    }

    [Fact]
    public async Task Dispatch_TargetAsksForAWait_IsGrantedIt()
    {
        Add("a");
        _channel.Answers.Enqueue(new Receipt.Unavailable("429", TimeSpan.FromMinutes(7)));

        await DispatchAsync();

        Assert.Equal(TimeSpan.FromMinutes(7), (await RecordAsync("a")).DueAt - _clock.GetUtcNow());
    }

    [Fact]
    public async Task Dispatch_LastAttemptFails_LeavesADeadLetterThatCanBeRequeued()
    {
        Add("a");
        for (var i = 0; i < 3; i++)
        {
            _channel.Answers.Enqueue(new Receipt.Unavailable("503"));
            await DispatchAsync(new MessageDispatcherOptions { MaxAttempts = 3 });
            _clock.Advance(TimeSpan.FromHours(2));
        }

        var dead = await RecordAsync("a");
        Assert.Equal(
            (MessageState.Dead, 3, "Given up after 3 attempts: 503"),
            (dead.State, dead.Attempts, dead.LastError)
        );
        Assert.Equal(0, await DispatchAsync());
        Assert.Equal(1, await _store.RequeueAsync(0, ["a", "b"], _clock.GetUtcNow(), default));
        await DispatchAsync();
        Assert.Equal(MessageState.Delivered, (await RecordAsync("a")).State);
    }

    [Fact]
    public async Task Dispatch_Refused_IsADeadLetterAtOnce()
    {
        Add("a");
        _channel.Answers.Enqueue(new Receipt.Ended(SendOutcome.Failed, "http_404", "404 Not Found"));

        await DispatchAsync();

        var dead = await RecordAsync("a");
        Assert.Equal((MessageState.Dead, 1, "404 Not Found"), (dead.State, dead.Attempts, dead.LastError));
    }

    [Fact]
    public async Task Dispatch_UnknownChannel_IsADeadLetterThatNamesIt()
    {
        _store.Add(0, Message("a") with { Channel = "pigeon" });

        await DispatchAsync();

        Assert.Equal("There is no channel named 'pigeon'.", (await RecordAsync("a")).LastError);
    }

    [Fact]
    public async Task Dispatch_ChannelThrows_PostponesThatMessageOnly()
    {
        Add("a", "b");
        _channel.Throws = "a";

        await DispatchAsync();

        Assert.Equal("InvalidOperationException: poison", (await RecordAsync("a")).LastError);
        Assert.Equal(MessageState.Delivered, (await RecordAsync("b")).State);
    }

    [Fact]
    public async Task Dispatch_ChannelNeverAnswers_EndsTheAttempt()
    {
        Add("a");
        _channel.Hangs = true;

        var dispatching = DispatchAsync();
        await _channel.Entered.Task;
        _clock.Advance(TimeSpan.FromSeconds(15));
        await dispatching;

        Assert.Equal("No answer within 15 s.", (await RecordAsync("a")).LastError);
    }

    [Fact]
    public async Task Dispatch_AttemptsThatNeverEnded_AreCountedToo()
    {
        Add("a");
        for (var i = 0; i < 3; i++)
        {
            // Three processes took the message and died with it.
            await _store.LeaseAsync(Lease($"dead-{i}"), default);
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        await DispatchAsync(new MessageDispatcherOptions { MaxAttempts = 3 });

        Assert.Empty(_channel.Seen);
        Assert.Equal(MessageState.Dead, (await RecordAsync("a")).State);
    }

    [Fact]
    public async Task Dispatch_LeaseOfAnotherOwner_IsRespectedUntilItEnds()
    {
        Add("a");
        await _store.LeaseAsync(Lease("other"), default);

        Assert.Equal(0, await DispatchAsync());
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await DispatchAsync());
    }

    [Fact]
    public async Task Settle_ByAFormerOwner_IsIgnored()
    {
        Add("a");
        await _store.LeaseAsync(Lease("former"), default);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _store.LeaseAsync(Lease("current"), default);

        await _store.SettleAsync(
            "former",
            [new MessageSettlement.Ended(0, "a", _clock.GetUtcNow(), SendOutcome.Failed)],
            default
        );

        Assert.Equal(MessageState.Queued, (await RecordAsync("a")).State);
    }

    [Fact]
    public async Task Dispatch_MessagesToOneContact_KeepTheirOrder()
    {
        var keys = Enumerable.Range(0, 20).Select(i => $"k{i:D2}").ToArray();
        Add(keys);

        await DispatchAsync();

        Assert.Equal(string.Join(' ', keys), string.Join(' ', _channel.Seen.Select(message => message.Key)));
    }

    [Fact]
    public async Task Run_OutboxDownAndBack_SaysSoAndGoesOn()
    {
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new MessageDispatcherOptions { OnOutboxFailed = failed => told.TrySetResult(failed) };
        var outbox = new FlakyStore(_store);
        using var stop = new CancellationTokenSource();
        using var dispatcher = new MessageDispatcher(outbox, new ChannelSet(_channel), "me", options, _clock);
        Add("a");

        var running = dispatcher.RunAsync(stop.Token);
        Assert.Equal("database down", (await told.Task).Message);
        while (!_channel.Entered.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal(MessageState.Delivered, (await RecordAsync("a")).State);
    }

    [Fact]
    public async Task Run_Woken_DeliversWithoutWaitingForThePoll()
    {
        using var stop = new CancellationTokenSource();
        using var dispatcher = Dispatcher(new MessageDispatcherOptions());
        var running = dispatcher.RunAsync(stop.Token);
        Add("a");

        dispatcher.Wake();
        await _channel.Entered.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await stop.CancelAsync();
        await running;
        Assert.Equal(MessageState.Delivered, (await RecordAsync("a")).State);
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new MessageDispatcherOptions();

        Assert.Equal((64, 16, 20), (options.BatchSize, options.Parallelism, options.MaxAttempts));
        Assert.Equal(TimeSpan.FromSeconds(15), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(90), options.LeaseTime);
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), (options.FirstDelay, options.MaxDelay));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)), (options.PollInterval, options.StopGrace));
    }

    [Fact]
    public void Ctor_InvalidOptions_NamesEveryMistake()
    {
        var options = new MessageDispatcherOptions { BatchSize = 640, MaxDelay = TimeSpan.FromMilliseconds(5) };

        var refused = Assert.Throws<ArgumentException>(() => Dispatcher(options));

        Assert.Equal(
            "MessageDispatcherOptions: A batch of 640 with 16 at a time may take 00:10:00, longer than the lease of 00:01:30. "
                + "The first delay is longer than the longest. (Parameter 'options')",
            refused.Message
        );
    }

    private static OutboundMessage Message(string key) =>
        new(
            key,
            new Recipient.Person(Guid.Empty, [new ContactIdentity(IdentityKind.Phone, "138")]),
            Carrier.Webhook,
            "scripted",
            "first",
            new MessageContent("hello"),
            "marketing",
            default,
            "care",
            1
        );

    private MessageLease Lease(string owner) =>
        new(owner, 10, _clock.GetUtcNow(), _clock.GetUtcNow() + TimeSpan.FromMinutes(1));

    private void Add(params string[] keys) => _store.Add(0, keys.Select(Message));

    private MessageDispatcher Dispatcher(MessageDispatcherOptions options) =>
        new(_store, new ChannelSet(_channel), "me", options, _clock);

    private async Task<int> DispatchAsync(MessageDispatcherOptions? options = null)
    {
        using var dispatcher = Dispatcher(options ?? new MessageDispatcherOptions());
        return await dispatcher.DispatchAsync(CancellationToken.None);
    }

    private async Task<MessageRecord> RecordAsync(string key) => (await _store.FindAsync(0, key, default))!;
}
