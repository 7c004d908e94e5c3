using Workflows.Marketing.Channels;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Tests.Limits;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What stores of limits do beside the outbox they share a database with.</summary>
public abstract class SqlLimitStoreContract(StorageKind kind) : LimitStoreContract
{
    private static readonly Guid Ann = new("0197a000-0000-7000-8000-000000000001");

    private TestDatabase _database = null!;

    protected override ILimitStore Store => _database.Get<ILimitStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Dispatch_ManyMessagesForOneGroup_DeliversThreeAndKeepsTheRestWithAReason()
    {
        await EmitAsync(Enumerable.Range(0, 10));

        await DispatchAsync();

        var records = await ListAsync();
        Assert.Equal(3, records.Count(record => record.State == MessageState.Delivered));
        Assert.Equal(7, records.Count(record => record.State == MessageState.Deferred));
        Assert.All(
            records.Where(record => record.State == MessageState.Deferred),
            record => Assert.Equal("group_sop_daily", record.ReasonCode)
        );
        Assert.Empty(await Store.FindAsync(Keys(records), CancellationToken.None));
    }

    [Fact]
    public async Task Clean_MessageThatEndedWhileNobodyLooked_GivesItsPlaceBack()
    {
        await EmitAsync([1, 2, 3]);
        var judge = Judge();
        var lease = new MessageLease(
            "dead",
            10,
            _database.Clock.GetUtcNow(),
            _database.Clock.GetUtcNow().AddMinutes(1)
        );
        var leased = await Messages.LeaseAsync(lease, CancellationToken.None);
        await judge.JudgeAsync(leased, lease.Now, CancellationToken.None);
        await Messages.SettleAsync(
            "dead",
            [
                new MessageSettlement.Ended(StoreRig.Tenant, "m1", lease.Now, SendOutcome.Sent),
                new MessageSettlement.Ended(StoreRig.Tenant, "m2", lease.Now, SendOutcome.NotAFriend),
            ],
            CancellationToken.None
        );

        await new LimitCleaning(Store, judge, _database.Clock).CleanAsync(CancellationToken.None);

        Assert.Equal(
            "m3",
            Assert.Single(await Store.FindAsync(Keys(await ListAsync()), CancellationToken.None)).Message.Key
        );
        var verdicts = await judge.JudgeAsync([Sop("a"), Sop("b")], lease.Now, CancellationToken.None);
        Assert.Equal([true, false], verdicts.Select(verdict => verdict is Verdict.Allowed));
    }

    [Fact]
    public async Task Judge_TaskNobodyConfirmedYesterday_CountsToday()
    {
        await EmitAsync([1]);
        await DispatchAsync(new AcceptingChannel("recording"));

        _database.Clock.Advance(TimeSpan.FromDays(1));
        await EmitAsync([2, 3, 4]);
        await DispatchAsync();

        var states = (await ListAsync()).ToDictionary(record => record.Message.Key, record => record.State);
        Assert.Equal(MessageState.Submitted, states["m1"]);
        Assert.Equal(2, states.Values.Count(state => state == MessageState.Delivered));
        Assert.Equal(1, states.Values.Count(state => state == MessageState.Deferred));
    }

    /// <summary>What channels say, what then becomes of the message an hour later, and whether its place is free again.</summary>
    public static TheoryData<string, SendOutcome, bool> Ends =>
        new()
        {
            { "unavailable expires", SendOutcome.Expired, true },
            { "unknown expires", SendOutcome.Expired, false },
            { "unavailable withdrawn", SendOutcome.Cancelled, true },
            { "unknown withdrawn", SendOutcome.Cancelled, false },
            { "unavailable given-up", SendOutcome.Failed, true },
            { "unknown given-up", SendOutcome.Failed, false },
            { "accepted expires", SendOutcome.Expired, true },
            { "accepted withdrawn", SendOutcome.Cancelled, true },
            { "network withdrawn", SendOutcome.Cancelled, false },
            { "none given-up", SendOutcome.Failed, true },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task End_OfAMessageThatHeldAPlace_FreesItWhereNobodyCanHaveGotIt(
        string way,
        SendOutcome outcome,
        bool isFree
    )
    {
        var (answer, end) = (way.Split(' ')[0], way.Split(' ')[1]);
        var options = new MessageDispatcherOptions { MaxAttempts = end is "given-up" ? 2 : 20 };
        var channel = new EndingChannel(answer);
        await EmitAsync([1], end is "expires" ? _database.Clock.GetUtcNow().AddHours(1) : null);
        await DispatchAsync(channel, options);
        await Judge().JudgeAsync([Sop("a"), Sop("b")], _database.Clock.GetUtcNow(), CancellationToken.None);

        _database.Clock.Advance(TimeSpan.FromHours(1));
        if (end is "withdrawn")
        {
            await Messages.TakeBackAsync(StoreRig.Tenant, ["m1"], _database.Clock.GetUtcNow(), CancellationToken.None);
        }

        await DispatchAsync(channel, options);

        Assert.Equal(outcome, Assert.Single(await ListAsync()).Outcome);
        var verdict = await Judge().JudgeAsync([Sop("c")], _database.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal(isFree, verdict[0] is Verdict.Allowed);
    }

    [Fact]
    public async Task Postpone_AttemptThatSurelyDidNotArrive_LeavesTheNextOneTheFirst()
    {
        await EmitAsync([1]);
        var channel = new EndingChannel("unavailable");
        await DispatchAsync(channel);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(channel);
        channel.Answer = "unknown";
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(channel);
        var since = _database.Clock.GetUtcNow();
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(channel);

        Assert.Equal([1, 2, 3, 4], channel.Attempts.Select(attempt => attempt.Number));
        Assert.Equal(
            [since.AddHours(-2), since.AddHours(-1), since, since],
            channel.Attempts.Select(attempt => attempt.FirstAt)
        );
    }

    [Fact]
    public async Task Dispatch_DeferredMessage_IsJudgedAgainAtTheNewTime()
    {
        await EmitAsync([1, 2, 3, 4]);
        await DispatchAsync();
        Assert.Equal(Tomorrow(1), (await FindAsync("m4")).DueAt);

        // On the next morning others were there before it.
        _database.Clock.SetUtcNow(Tomorrow(1));
        await Judge().JudgeAsync([Sop("a"), Sop("b"), Sop("c")], Tomorrow(1), CancellationToken.None);
        await DispatchAsync();
        var waiting = await FindAsync("m4");
        Assert.Equal(
            (MessageState.Deferred, Tomorrow(2), "group_sop_daily"),
            (waiting.State, waiting.DueAt, waiting.ReasonCode)
        );

        _database.Clock.SetUtcNow(Tomorrow(2));
        await DispatchAsync();
        Assert.Equal(MessageState.Delivered, (await FindAsync("m4")).State);
    }

    private static DateTimeOffset Tomorrow(int days) =>
        new DateTimeOffset(2026, 1, 1 + days, 8, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private async Task<MessageRecord> FindAsync(string key) =>
        (await Messages.FindAsync(StoreRig.Tenant, key, CancellationToken.None))!;

    private IMessageStore Messages => _database.Get<IMessageStore>();

    private LimitJudge Judge() =>
        new(Store, new LimitRuleBook(Catalog()), new MemoryConsentLedger(new MemoryContactStore()), Shanghai);

    private async Task DispatchAsync(IChannel? channel = null, MessageDispatcherOptions? options = null)
    {
        using var dispatcher = new MessageDispatcher(
            Messages,
            channel is EndingChannel { Answer: "none" }
                ? new ChannelSet()
                : new ChannelSet(channel ?? new RecordingChannel()),
            "one",
            options ?? new MessageDispatcherOptions(),
            _database.Clock,
            [Judge()]
        );
        while (await dispatcher.DispatchAsync(CancellationToken.None) > 0) { }
    }

    private Task<IReadOnlyList<MessageRecord>> ListAsync() =>
        Messages.ListAsync(StoreRig.Tenant, new MessageQuery(), CancellationToken.None);

    private Task<CommitOutcome> EmitAsync(IEnumerable<int> numbers, DateTimeOffset? expiresAt = null) =>
        _database
            .Get<IInstanceStore>()
            .CommitAsync(
                new WorkCommit
                {
                    Effects =
                    [
                        .. numbers.Select(number => new TenantEffect(
                            StoreRig.Tenant,
                            Ann,
                            Message($"m{number}") with
                            {
                                ExpiresAt = expiresAt,
                            }
                        )),
                    ],
                },
                CancellationToken.None
            );

    private OutboundMessage Message(string key) =>
        new(
            key,
            new Recipient.Group("g"),
            Carrier.Group,
            "recording",
            "breakfast",
            new MessageContent("早上好"),
            "marketing",
            _database.Clock.GetUtcNow(),
            "care",
            1
        )
        {
            Kind = "sop",
        };

    private static MessageKey[] Keys(IEnumerable<MessageRecord> records) =>
        [.. records.Select(record => new MessageKey(StoreRig.Tenant, record.Message.Key))];
}
