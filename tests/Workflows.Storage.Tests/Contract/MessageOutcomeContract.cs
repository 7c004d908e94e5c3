using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do for messages and those who wait for their outcomes.</summary>
public abstract class MessageOutcomeContract(StorageKind kind) : IAsyncLifetime
{
    private static readonly Guid Subject = new("0197a000-0000-7000-8000-000000000001");
    private StoreRig _rig = null!;

    private IMessageStore Messages => _rig.Database!.Get<IMessageStore>();

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(SendOutcome.Sent, "Sent")]
    [InlineData(SendOutcome.Unconfirmed, "Unconfirmed")]
    [InlineData(SendOutcome.Failed, "Failed")]
    [InlineData(SendOutcome.Expired, "Failed")]
    public async Task Settle_AwaitedMessage_WakesItsBlockOnce(SendOutcome outcome, string port)
    {
        await StartAsync();
        var leased = Assert.Single(await LeaseAsync("a"));
        Assert.Empty(await _rig.DueAsync());

        var ended = new MessageSettlement.Ended(StoreRig.Tenant, leased.Message.Key, _rig.Now, outcome);
        await Messages.SettleAsync("a", [ended], CancellationToken.None);
        await Messages.SettleAsync("a", [ended], CancellationToken.None);

        Assert.Single(await _rig.DueAsync());
        await _rig.DrainAsync();
        var instance = await _rig.FindAsync(leased.Message.InstanceId!.Value);
        Assert.Equal(WorkflowStatus.Finished, instance.Status);
        Assert.Equal(port, instance.Outputs["port"]);
        Assert.Equal(outcome, (await RecordAsync(leased.Message.Key)).Outcome);
    }

    [Fact]
    public async Task Settle_LimitWouldDefer_TellsUntilWhen()
    {
        await StartAsync();
        var leased = Assert.Single(await LeaseAsync("a"));

        await Messages.SettleAsync(
            "a",
            [
                new MessageSettlement.Ended(StoreRig.Tenant, leased.Message.Key, _rig.Now, SendOutcome.Refused)
                {
                    ReasonCode = "sop_per_group_day",
                    Until = _rig.Now.AddHours(9),
                },
            ],
            CancellationToken.None
        );
        await _rig.DrainAsync();

        var instance = await _rig.FindAsync(leased.Message.InstanceId!.Value);
        Assert.Equal("Deferred", instance.Outputs["port"]);
    }

    [Fact]
    public async Task Settle_NobodyWaits_LeavesNoWork()
    {
        await CommitAsync(Message("k1") with { InstanceId = Subject });
        await LeaseAsync("a");

        await SettleAsync(new MessageSettlement.Ended(StoreRig.Tenant, "k1", _rig.Now, SendOutcome.Sent));

        Assert.Empty(await _rig.DueAsync());
    }

    [Fact]
    public async Task Cancel_Instance_TakesItsWaitingMessageBack()
    {
        await StartAsync();
        var instance = await _rig.SingleAsync(Subject);

        await CancelAsync(instance.Id);

        var leased = Assert.Single(await LeaseAsync("a"));
        Assert.True(leased.IsTakenBack);
    }

    [Fact]
    public async Task Cancel_InstanceWhileItsMessageIsOnItsWay_LetsTheAttemptEndAndThenTakesItBack()
    {
        await StartAsync();
        var key = Assert.Single(await LeaseAsync("a")).Message.Key;

        await CancelAsync((await _rig.SingleAsync(Subject)).Id);
        Assert.Empty(await LeaseAsync("b"));
        await SettleAsync(
            new MessageSettlement.Postponed(StoreRig.Tenant, key, _rig.Now, _rig.Now.AddHours(1), "busy")
        );

        Assert.True(Assert.Single(await LeaseAsync("b")).IsTakenBack);
    }

    [Fact]
    public async Task Cancel_Instance_GivesBackWhatItsMessageHolds()
    {
        var judge = await OneADayAsync();
        await StartAsync();
        await DispatchAsync("a", judge);
        Assert.Equal(MessageState.Submitted, Assert.Single(await ListAsync()).State);
        Assert.IsType<Verdict.Deferred>(await AskAsync(judge, "b"));

        await CancelAsync((await _rig.SingleAsync(Subject)).Id);
        await DispatchAsync("a", judge);

        Assert.Equal(SendOutcome.Cancelled, Assert.Single(await ListAsync()).Outcome);
        Assert.IsType<Verdict.Allowed>(await AskAsync(judge, "b"));
    }

    [Fact]
    public async Task Cancel_InstanceWhoseMessageIsDeferred_EndsItUnsentAtOnce()
    {
        var judge = await OneADayAsync();
        Assert.IsType<Verdict.Allowed>(await AskAsync(judge, "first"));
        await StartAsync("Defer");
        await DispatchAsync("a", judge);
        Assert.Equal(MessageState.Deferred, Assert.Single(await ListAsync()).State);

        await CancelAsync((await _rig.SingleAsync(Subject)).Id);
        await DispatchAsync("a", judge);

        var record = Assert.Single(await ListAsync());
        Assert.Equal((SendOutcome.Cancelled, "cancelled"), (record.Outcome!.Value, record.ReasonCode));
        Assert.Empty(await Tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(), default));
    }

    [Fact]
    public async Task Remove_Instance_TakesItsMessagesBackAndKeepsThem()
    {
        await StartAsync();
        var instance = await _rig.SingleAsync(Subject);

        await _rig.Database!.Get<InstanceRemoval>().RemoveAsync(StoreRig.Tenant, [instance.Id], CancellationToken.None);

        var leased = Assert.Single(await LeaseAsync("a"));
        Assert.True(leased.IsTakenBack);
        Assert.NotNull((await RecordAsync(leased.Message.Key)).TakenBackAt);
    }

    [Fact]
    public async Task TakeBack_ByKey_PassesOverWhatIsOver()
    {
        await CommitAsync(Message("k1"), Message("k2"));
        await LeaseAsync("a");
        await SettleAsync(
            new MessageSettlement.Ended(StoreRig.Tenant, "k1", _rig.Now, SendOutcome.Sent),
            new MessageSettlement.Deferred(StoreRig.Tenant, "k2", _rig.Now, _rig.Now.AddDays(1), "quiet_hours")
        );

        Assert.Equal(
            1,
            await Messages.TakeBackAsync(StoreRig.Tenant, ["k1", "k2", "k3"], _rig.Now, CancellationToken.None)
        );

        Assert.Equal(["k2"], (await LeaseAsync("b")).Select(one => one.Message.Key));
        Assert.Equal(MessageState.Delivered, (await RecordAsync("k1")).State);
    }

    [Fact]
    public async Task Lease_DueMessages_HigherPriorityFirst()
    {
        await CommitAsync(
            Message("low"),
            Message("high") with
            {
                Priority = 5,
            },
            Message("higher") with
            {
                Priority = 9,
                Channel = "other",
            }
        );

        Assert.Equal(["higher", "high"], (await LeaseAsync("a", 2)).Select(one => one.Message.Key));
        Assert.Equal(["low"], (await LeaseAsync("a", 2)).Select(one => one.Message.Key));
    }

    [Fact]
    public async Task Lease_BatchChannel_HasRoomOfItsOwn()
    {
        await CommitAsync([.. Enumerable.Range(0, 9).Select(i => Message($"k{i}") with { Channel = "batch" })]);
        await CommitAsync(Message("single"));

        var leased = await Messages.LeaseAsync(
            new MessageLease("a", 1, _rig.Now, _rig.Now.AddMinutes(1))
            {
                Batches = new Dictionary<string, int>(StringComparer.Ordinal) { ["Batch"] = 7 },
            },
            CancellationToken.None
        );

        Assert.Equal(7, leased.Count(one => one.Message.Channel is "batch"));
        Assert.Contains(leased, one => one.Message.Key is "single");
    }

    [Fact]
    public async Task Defer_JourneysTime_CountsNoAttemptAndComesBackThen()
    {
        await CommitAsync(Message("k1"));
        await LeaseAsync("a");
        await SettleAsync(
            new MessageSettlement.Deferred(StoreRig.Tenant, "k1", _rig.Now, _rig.Now.AddHours(2), "quiet_hours")
        );

        var waiting = await RecordAsync("k1");
        Assert.Equal(
            (MessageState.Deferred, 0, "quiet_hours", _rig.Now.AddHours(2)),
            (waiting.State, waiting.Attempts, waiting.ReasonCode, waiting.DueAt)
        );
        Assert.Empty(await LeaseAsync("a"));
        var lease = new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)) { Time = _rig.Now.AddHours(2) };
        Assert.Equal(1, Assert.Single(await Messages.LeaseAsync(lease, CancellationToken.None)).Attempt);
        Assert.Empty(await Messages.LeaseAsync(lease, CancellationToken.None));
    }

    [Fact]
    public async Task LeaseSubmitted_OneTask_IsGivenWholeAndToOneOwner()
    {
        await CommitAsync(Message("k1"), Message("k2"), Message("k3"));
        await LeaseAsync("a");
        await SettleAsync(
            new MessageSettlement.Submitted(StoreRig.Tenant, "k1", _rig.Now, "task", _rig.Now.AddMinutes(5)),
            new MessageSettlement.Submitted(StoreRig.Tenant, "k2", _rig.Now, "task", _rig.Now.AddMinutes(9)),
            new MessageSettlement.Submitted(StoreRig.Tenant, "k3", _rig.Now, "other", _rig.Now.AddMinutes(9))
        );
        Assert.Empty(await SubmittedAsync("a"));

        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        var given = await SubmittedAsync("a");

        Assert.Equal(
            [("k1", "task", 0), ("k2", "task", 0)],
            given.Select(one => (one.Message.Key, one.Reference, one.Reminders))
        );
        Assert.Empty(await SubmittedAsync("b"));
        await SettleAsync(
            new MessageSettlement.Pending(StoreRig.Tenant, "k1", _rig.Now, _rig.Now.AddHours(1), 2)
            {
                Reference = "t2",
            },
            new MessageSettlement.Ended(StoreRig.Tenant, "k2", _rig.Now, SendOutcome.NotAFriend)
            {
                ReasonCode = "84061",
            }
        );
        var pending = await RecordAsync("k1");
        Assert.Equal((MessageState.Submitted, 2, "t2"), (pending.State, pending.Reminders, pending.Reference));
        var ended = await RecordAsync("k2");
        Assert.Equal(
            (MessageState.Ended, SendOutcome.NotAFriend, "84061"),
            (ended.State, ended.Outcome!.Value, ended.ReasonCode)
        );
    }

    [Fact]
    public async Task Commit_EveryMember_IsKept()
    {
        var message = Message("k1") with
        {
            Recipient = new Recipient.Group("wr1"),
            Carrier = Carrier.Group,
            Content = new MessageContent(
                "你好",
                [
                    new Attachment.Image(null, "https://example.org/a.png"),
                    new Attachment.Link("t", "https://example.org"),
                    new Attachment.MiniProgram("wx1", "pages/a?x=1", "t"),
                    new Attachment.Fields("T1", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1" }),
                ]
            ),
            ContactId = Subject,
            Destination = "x@example.org",
            Sender = "mei",
            Kind = "sop",
            Product = "sku",
            Subsidy = 1.25m,
            Priority = 3,
            OnLimit = LimitPolicy.Branch,
            ExpiresAt = _rig.Now.AddDays(1),
            InstanceId = Subject,
        };
        var other = Message("k2") with { Recipient = new Recipient.Person(Guid.Empty, []), ContactId = Subject };
        await CommitAsync(message, other, Message("k3") with { Recipient = new Recipient.Staff("mei") });

        Assert.Equal(message, (await RecordAsync("k1")).Message);
        Assert.Equal(other, (await RecordAsync("k2")).Message);
        var found = await Messages.ListAsync(
            StoreRig.Tenant,
            new MessageQuery { Address = "group:wr1", Carrier = Carrier.Group },
            CancellationToken.None
        );
        Assert.Equal(["k1"], found.Select(one => one.Message.Key));
    }

    [Fact]
    public async Task List_ByOutcomeAndReason_FindsThose()
    {
        await CommitAsync(Message("k1"), Message("k2"));
        await LeaseAsync("a");
        await SettleAsync(
            new MessageSettlement.Ended(StoreRig.Tenant, "k1", _rig.Now, SendOutcome.Refused) { ReasonCode = "x" },
            new MessageSettlement.Ended(StoreRig.Tenant, "k2", _rig.Now, SendOutcome.Refused) { ReasonCode = "y" }
        );

        var query = new MessageQuery { Outcome = SendOutcome.Refused, ReasonCode = "y" };
        var found = await Messages.ListAsync(StoreRig.Tenant, query, CancellationToken.None);

        Assert.Equal(["k2"], found.Select(one => one.Message.Key));
    }

    [Fact]
    public async Task StaffTask_ConfirmedByAPerson_EndsItsMessageAtOnceAndWakesTheJourney()
    {
        await StartAsync();
        await DispatchAsync("a");
        var task = Assert.Single(await Tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery("mei"), default));
        Assert.Equal(
            ("call-back", HandTaskState.Prepared, _rig.Now.AddHours(24)),
            (task.Message.Template, task.State, task.DueBy)
        );

        Assert.False(await FinishAsync(StoreRig.Tenant + 1, task.Reference));
        Assert.True(await FinishAsync(StoreRig.Tenant, task.Reference));
        Assert.False(await FinishAsync(StoreRig.Tenant, task.Reference));
        await DispatchAsync("a");
        await _rig.DrainAsync();

        var instance = await _rig.FindAsync(task.Message.InstanceId!.Value);
        Assert.Equal("Sent", instance.Outputs["port"]);
        var done = Assert.Single(await Tasks.FindAsync([task.Reference], default));
        Assert.Equal((HandTaskState.Sent, "lan", "done"), (done.State, done.DoneBy, done.Note));
        Assert.Empty(await Tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(), default));
    }

    [Fact]
    public async Task StaffTask_NotDone_IsRemindedWithdrawnAndUnconfirmed()
    {
        await StartAsync();
        await DispatchAsync("a");
        var task = Assert.Single(await Tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(), default));

        foreach (var hours in new[] { 2, 6, 12, 4 })
        {
            _rig.Clock.Advance(TimeSpan.FromHours(hours));
            var overdue = new HandTaskQuery(OverdueAt: _rig.Now.AddMinutes(1));
            Assert.Equal(hours == 4 ? 1 : 0, (await Tasks.ListAsync(StoreRig.Tenant, overdue, default)).Count);
            await DispatchAsync("a");
        }

        var over = Assert.Single(await Tasks.FindAsync([task.Reference], default));
        Assert.Equal((HandTaskState.Withdrawn, 3), (over.State, over.Reminders));
        Assert.Equal(SendOutcome.Unconfirmed, (await RecordAsync(task.Message.Key)).Outcome);
        Assert.False(await FinishAsync(StoreRig.Tenant, task.Reference));
    }

    [Fact]
    public async Task StaffTask_HostDiesBetweenSendingAndSettling_IsMadeOnceAndEndsOnce()
    {
        await StartAsync();
        var leased = Assert.Single(await LeaseAsync("dead"));
        await Channel()
            .SendAsync(new DeliveryAttempt(leased.Message, 1, _rig.Now) { Tenant = StoreRig.Tenant }, default);

        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        await DispatchAsync("b");
        await Messages.SettleAsync(
            "dead",
            [new MessageSettlement.Ended(StoreRig.Tenant, leased.Message.Key, _rig.Now, SendOutcome.Failed)],
            default
        );

        var task = Assert.Single(await Tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(), default));
        var record = await RecordAsync(leased.Message.Key);
        Assert.Equal((MessageState.Submitted, 2, task.Reference), (record.State, record.Attempts, record.Reference));
    }

    private IHandTaskStore Tasks => _rig.Database!.Get<IHandTaskStore>();

    private HandTaskChannel Channel() => new("staff-task", Tasks, _rig.Clock, TimeSpan.FromHours(24));

    private Task<bool> FinishAsync(int tenant, string reference) =>
        Tasks.FinishAsync(tenant, reference, HandTaskState.Confirmed, "lan", "done", _rig.Now, default);

    private Task<IReadOnlyList<MessageRecord>> ListAsync() =>
        Messages.ListAsync(StoreRig.Tenant, new MessageQuery(), CancellationToken.None);

    /// <summary>A judge that lets one message of anybody to anybody pass a day.</summary>
    private async Task<LimitJudge> OneADayAsync()
    {
        var uses = new Dictionary<string, RuleSetUse>(StringComparer.Ordinal)
        {
            [LimitRules.Name] = new(RuleSetUses.All[LimitRules.Name].Shape),
        };
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), _rig.Clock) { Uses = uses };
        var publication = await catalog.PublishAsync(
            """
            { "WorkflowName": "contact-limits", "Rules": [{
              "RuleName": "one_a_day",
              "Properties": { "source": "test", "title": { "en": "one", "zh": "一" }, "scope": "tenant", "period": "day" },
              "LocalParams": [{ "Name": "counts", "Expression": "true" }],
              "Expression": "counts AND count.Used >= 1", "SuccessEvent": "defer"
            }] }
            """
        );
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        return new LimitJudge(
            _rig.Database!.Get<ILimitStore>(),
            new LimitRuleBook(catalog),
            new MemoryConsentLedger(new MemoryContactStore()),
            TimeZoneInfo.Utc
        );
    }

    private async Task<Verdict> AskAsync(LimitJudge judge, string key) =>
        Assert.Single(
            await judge.JudgeAsync(
                [new LimitedSend { Id = new MessageKey(StoreRig.Tenant, key), Carrier = "StaffTask" }],
                _rig.Now,
                CancellationToken.None
            )
        );

    private async Task DispatchAsync(string owner, ISendJudge? judge = null)
    {
        using var dispatcher = new MessageDispatcher(
            Messages,
            new ChannelSet(Channel()),
            owner,
            new MessageDispatcherOptions(),
            _rig.Clock,
            judge is null ? null : [judge]
        );
        await dispatcher.DispatchAsync(CancellationToken.None);
    }

    private async Task StartAsync(string onLimit = "Branch")
    {
        await _rig.PublishAsync(
            Journeys.StaffTask("care").Replace("\"Branch\"", $"\"{onLimit}\"", StringComparison.Ordinal)
        );
        await _rig.SendAsync(Subject, "start");
        await _rig.DrainAsync();
    }

    private async Task CancelAsync(Guid instance)
    {
        var cancel = new WorkItem
        {
            Tenant = StoreRig.Tenant,
            Subject = Subject,
            Kind = WorkKind.Cancel,
            DueAt = _rig.Now,
            InstanceId = instance,
        };
        await _rig.Store.EnqueueAsync([cancel], CancellationToken.None);
        await _rig.DrainAsync();
    }

    private static OutboundMessage Message(string key) =>
        new(
            key,
            new Recipient.Person(Subject, [new ContactIdentity(IdentityKind.Phone, "138")]),
            Carrier.Sms,
            "sms",
            "first",
            new MessageContent("你好"),
            "marketing",
            DateTimeOffset.UnixEpoch,
            "care",
            1
        );

    private Task<IReadOnlyList<LeasedMessage>> LeaseAsync(string owner, int count = 10) =>
        Messages.LeaseAsync(new MessageLease(owner, count, _rig.Now, _rig.Now.AddMinutes(1)), CancellationToken.None);

    private Task<IReadOnlyList<SubmittedMessage>> SubmittedAsync(string owner) =>
        Messages.LeaseSubmittedAsync(
            new MessageLease(owner, 1, _rig.Now, _rig.Now.AddMinutes(1)),
            CancellationToken.None
        );

    private Task SettleAsync(params MessageSettlement[] settlements) =>
        Messages.SettleAsync("a", settlements, CancellationToken.None);

    private async Task<MessageRecord> RecordAsync(string key) =>
        (await Messages.FindAsync(StoreRig.Tenant, key, CancellationToken.None))!;

    private Task<CommitOutcome> CommitAsync(params OutboundMessage[] messages) =>
        _rig.Store.CommitAsync(
            new WorkCommit
            {
                Effects = [.. messages.Select(message => new TenantEffect(StoreRig.Tenant, Subject, message))],
            },
            CancellationToken.None
        );
}
