using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>Tasks of people, from the outbox to the outcome.</summary>
public class TaskFollowUpTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryMessageStore _store = new();
    private readonly MemoryHandTaskStore _tasks = new();

    [Fact]
    public async Task Dispatch_ConfirmedTask_IsSent()
    {
        var task = await PrepareAsync();

        Assert.True(await FinishAsync(task, HandTaskState.Confirmed));
        Assert.False(await FinishAsync(task, HandTaskState.Skipped));
        await PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((MessageState.Delivered, SendOutcome.Sent), await EndAsync());
        Assert.Equal(HandTaskState.Sent, (await TaskAsync(task)).State);
    }

    [Fact]
    public async Task Dispatch_SkippedTask_IsRefusedWithWhatWasSaid()
    {
        var task = await PrepareAsync();

        await FinishAsync(task, HandTaskState.Skipped, "on holiday");
        await PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((MessageState.Ended, SendOutcome.Refused), await EndAsync());
        var record = await RecordAsync();
        Assert.Equal(("skipped", "on holiday"), (record.ReasonCode, record.LastError));
    }

    [Fact]
    public async Task Dispatch_NobodyDoesIt_RemindsThreeTimesAndTakesItBack()
    {
        var task = await PrepareAsync();

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal((HandTaskState.Reminded, 1), await RemindedAsync(task));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal((HandTaskState.Reminded, 1), await RemindedAsync(task));
        await PassAsync(TimeSpan.FromHours(5));
        await PassAsync(TimeSpan.FromHours(12));
        Assert.Equal((HandTaskState.Reminded, 3), await RemindedAsync(task));
        await PassAsync(TimeSpan.FromHours(4));

        Assert.Equal((MessageState.Ended, SendOutcome.Unconfirmed), await EndAsync());
        Assert.Equal(HandTaskState.Withdrawn, (await TaskAsync(task)).State);
        Assert.False(await FinishAsync(task, HandTaskState.Confirmed));
    }

    [Fact]
    public async Task Dispatch_LimitHoldsTheReminderBack_RemindsAtALaterLook()
    {
        var judge = new ReminderGate();
        var task = await PrepareAsync();
        judge.IsOpen = false;

        _clock.Advance(TimeSpan.FromHours(2));
        await DispatchAsync(judge);
        Assert.Equal((HandTaskState.Prepared, 0), await RemindedAsync(task));
        judge.IsOpen = true;
        _clock.Advance(TimeSpan.FromMinutes(10));
        await DispatchAsync(judge);

        Assert.Equal((HandTaskState.Reminded, 1), await RemindedAsync(task));
        Assert.Equal([("staff-task", 1), ("staff-task", 1)], judge.Asked.Select(one => (one.Channel, one.Number)));
    }

    [Fact]
    public async Task Dispatch_ConfirmedInTheLastMoment_IsSentAndNotTakenBack()
    {
        var task = await PrepareAsync();
        _clock.Advance(TimeSpan.FromHours(24));

        await FinishAsync(task, HandTaskState.Confirmed);
        await DispatchAsync();

        Assert.Equal((MessageState.Delivered, SendOutcome.Sent), await EndAsync());
    }

    [Fact]
    public async Task Dispatch_ExpiredTask_EndsAsExpired()
    {
        var task = await PrepareAsync(Message() with { ExpiresAt = _clock.GetUtcNow().AddHours(1) });

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal((MessageState.Ended, SendOutcome.Expired), await EndAsync());
        Assert.Equal(HandTaskState.Withdrawn, (await TaskAsync(task)).State);
    }

    [Fact]
    public async Task Dispatch_MessageTakenBack_WithdrawsItsTask()
    {
        var task = await PrepareAsync();

        await _store.TakeBackAsync(0, ["a"], _clock.GetUtcNow(), default);
        await DispatchAsync();

        Assert.Equal((MessageState.Ended, SendOutcome.Cancelled), await EndAsync());
        Assert.Equal(HandTaskState.Withdrawn, (await TaskAsync(task)).State);
    }

    [Fact]
    public async Task Send_SameKeyAgain_MakesNoSecondTask()
    {
        var channel = Channel();
        var attempt = new DeliveryAttempt(Message(), 1, _clock.GetUtcNow());

        var first = await channel.SendAsync(attempt, default);
        var second = await channel.SendAsync(attempt with { Number = 2 }, default);

        Assert.Equal(first, second);
        Assert.Single(await _tasks.ListAsync(0, new HandTaskQuery(), default));
    }

    [Fact]
    public async Task List_Overdue_ShowsOpenTasksPastTheirTime()
    {
        await PrepareAsync();

        Assert.Empty(await _tasks.ListAsync(0, new HandTaskQuery(OverdueAt: _clock.GetUtcNow()), default));
        var tomorrow = _clock.GetUtcNow().AddHours(25);
        Assert.Single(await _tasks.ListAsync(0, new HandTaskQuery("mei", OverdueAt: tomorrow), default));
        Assert.Empty(await _tasks.ListAsync(0, new HandTaskQuery("lan", OverdueAt: tomorrow), default));
    }

    private static OutboundMessage Message() =>
        new(
            "a",
            new Recipient.Staff("mei"),
            Carrier.StaffTask,
            "staff-task",
            "call-back",
            new MessageContent("Call her"),
            "service",
            default,
            "care",
            1
        )
        {
            Sender = "mei",
        };

    private HandTaskChannel Channel() => new("staff-task", _tasks, _clock, TimeSpan.FromHours(24));

    private async Task<string> PrepareAsync(OutboundMessage? message = null)
    {
        _store.Add(0, message ?? Message());
        await DispatchAsync();
        var record = await RecordAsync();
        Assert.Equal(MessageState.Submitted, record.State);
        return record.Reference!;
    }

    private async Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await DispatchAsync();
    }

    private async Task DispatchAsync(ISendJudge? judge = null)
    {
        using var dispatcher = new MessageDispatcher(
            _store,
            new ChannelSet(Channel()),
            "me",
            new MessageDispatcherOptions(),
            _clock,
            judge is null ? null : [judge]
        );
        await dispatcher.DispatchAsync(CancellationToken.None);
    }

    private Task<bool> FinishAsync(string task, HandTaskState state, string? note = null) =>
        _tasks.FinishAsync(0, task, state, "mei", note, _clock.GetUtcNow(), default);

    private async Task<HandTask> TaskAsync(string task) => Assert.Single(await _tasks.FindAsync([task], default));

    private async Task<(HandTaskState, int)> RemindedAsync(string task)
    {
        var found = await TaskAsync(task);
        return (found.State, found.Reminders);
    }

    private async Task<MessageRecord> RecordAsync() => (await _store.FindAsync(0, "a", default))!;

    private async Task<(MessageState, SendOutcome?)> EndAsync()
    {
        var record = await RecordAsync();
        return (record.State, record.Outcome);
    }
}
