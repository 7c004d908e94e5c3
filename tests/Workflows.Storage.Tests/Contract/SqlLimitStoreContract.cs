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

    private IMessageStore Messages => _database.Get<IMessageStore>();

    private LimitJudge Judge() =>
        new(Store, new LimitRuleBook(Catalog()), new MemoryConsentLedger(new MemoryContactStore()), Shanghai);

    private async Task DispatchAsync(IChannel? channel = null)
    {
        using var dispatcher = new MessageDispatcher(
            Messages,
            new ChannelSet(channel ?? new RecordingChannel()),
            "one",
            new MessageDispatcherOptions(),
            _database.Clock,
            [Judge()]
        );
        while (await dispatcher.DispatchAsync(CancellationToken.None) > 0) { }
    }

    private Task<IReadOnlyList<MessageRecord>> ListAsync() =>
        Messages.ListAsync(StoreRig.Tenant, new MessageQuery(), CancellationToken.None);

    private Task<CommitOutcome> EmitAsync(IEnumerable<int> numbers) =>
        _database
            .Get<IInstanceStore>()
            .CommitAsync(
                new WorkCommit
                {
                    Effects =
                    [
                        .. numbers.Select(number => new TenantEffect(StoreRig.Tenant, Ann, Message($"m{number}"))),
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
