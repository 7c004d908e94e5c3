using Workflows.Runtime.Alterations;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every <see cref="IInstanceStore"/> has to do; run on SQLite, on PostgreSQL and in memory.</summary>
public abstract class InstanceStoreContract : IAsyncLifetime
{
    private static readonly Guid Ann = new("0197a000-0000-7000-8000-000000000001");
    private static readonly Guid Bob = new("0197a000-0000-7000-8000-000000000002");
    private static readonly Guid HostA = new("0197b000-0000-7000-8000-00000000000a");
    private static readonly Guid HostB = new("0197b000-0000-7000-8000-00000000000b");

    protected StoreRig Rig { get; private set; } = null!;

    public async Task InitializeAsync() => Rig = await OpenAsync();

    public async Task DisposeAsync() => await Rig.DisposeAsync();

    protected abstract Task<StoreRig> OpenAsync();

    [Fact]
    public async Task Lease_OneHost_HoldsEveryPartition() =>
        Assert.Equal(Partitions.Count, (await Rig.LeaseAsync(HostA)).Count);

    [Fact]
    public async Task Lease_TwoHosts_ShareEvenly()
    {
        await Rig.LeaseAsync(HostA);
        await Rig.LeaseAsync(HostB);

        var first = await Rig.LeaseAsync(HostA);
        var second = await Rig.LeaseAsync(HostB);

        Assert.Equal((32, 32), (first.Count, second.Count));
        Assert.Empty(first.Select(lease => lease.Partition).Intersect(second.Select(lease => lease.Partition)));
    }

    [Fact]
    public async Task Lease_HostDied_ItsPartitionsMoveWithANewEpoch()
    {
        var dead = await Rig.LeaseAsync(HostA);

        Rig.Clock.Advance(TimeSpan.FromSeconds(16));
        var taken = await Rig.LeaseAsync(HostB);

        Assert.Equal(Partitions.Count, taken.Count);
        Assert.All(taken, lease => Assert.True(lease.Epoch > dead[lease.Partition].Epoch));
    }

    [Fact]
    public async Task Lease_Renewed_KeepsItsEpoch()
    {
        var before = await Rig.LeaseAsync(HostA);
        Rig.Clock.Advance(TimeSpan.FromSeconds(5));

        var after = await Rig.LeaseAsync(HostA);

        Assert.Equal(before.Select(lease => lease.Epoch), after.Select(lease => lease.Epoch));
        Assert.All(after, lease => Assert.Equal(Rig.Now.AddSeconds(15), lease.Until));
    }

    [Fact]
    public async Task Release_Always_FreesPartitionsAtOnce()
    {
        await Rig.LeaseAsync(HostA);

        await Rig.Store.ReleaseAsync(HostA, CancellationToken.None);

        Assert.Equal(Partitions.Count, (await Rig.LeaseAsync(HostB)).Count);
    }

    [Fact]
    public async Task Take_ItemsOfASubject_ComeInDueThenEnqueuedOrder()
    {
        await Rig.SendAsync(Ann, "third", Rig.Now.AddSeconds(-1));
        await Rig.SendAsync(Ann, "first", Rig.Now.AddSeconds(-3));
        await Rig.SendAsync(Ann, "fourth", Rig.Now.AddSeconds(-1));
        await Rig.SendAsync(Ann, "second", Rig.Now.AddSeconds(-2));
        await Rig.SendAsync(Ann, "later", Rig.Now.AddSeconds(1));

        var due = await Rig.DueAsync();

        Assert.Equal(["first", "second", "third", "fourth"], due.Select(EventName));
    }

    [Fact]
    public async Task Enqueue_AnItem_ComesBackAsItWas()
    {
        var sent = new WorkItem
        {
            Tenant = 7,
            Subject = Ann,
            Kind = WorkKind.Resume,
            DueAt = Rig.Now,
            InstanceId = Bob,
            BookmarkId = 3,
            Payload = new ResumeWork(new ResumeOptions { StimulusPayload = "hello" }),
        };

        await Rig.Store.EnqueueAsync([sent], CancellationToken.None);

        var item = Assert.Single(await Rig.DueAsync());
        Assert.Equal("hello", Assert.IsType<ResumeWork>(item.Payload).Options.StimulusPayload);
        Assert.Equal(sent with { Id = item.Id, Payload = item.Payload }, item);
    }

    [Fact]
    public async Task Stimulus_NobodyKnown_StartsThenResumes()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));

        await Rig.SendAsync(Ann, "start");
        await Rig.DrainAsync();
        await Rig.SendAsync(Ann, "tick");
        await Rig.SendAsync(Ann, "tick");
        var turns = await Rig.DrainAsync();

        Assert.Equal(2, turns);
        Assert.Equal(3, (await Rig.SingleAsync(Ann)).Revision);
    }

    [Fact]
    public async Task Stimulus_AlreadyInTheJourney_DoesNotEnterAgain()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));

        await Rig.SendAsync(Ann, "start");
        await Rig.SendAsync(Ann, "start");
        await Rig.DrainAsync();

        Assert.Equal(1, (await Rig.SingleAsync(Ann)).Revision);
    }

    [Theory]
    [InlineData("never", 1)]
    [InlineData("whenFinished", 3)]
    public async Task Stimulus_WasInTheJourneyBefore_EntersAsThePolicySays(string reentry, int entries)
    {
        await Rig.PublishAsync(Journeys.Brief("brief", reentry));
        var turns = 0;

        for (var i = 0; i < 3; i++)
        {
            await Rig.SendAsync(Ann, "start");
            turns += await Rig.DrainAsync();
        }

        Assert.Equal(entries, turns);
    }

    [Fact]
    public async Task Timer_Due_WakesOnceAndSetsTheNext()
    {
        await Rig.PublishAsync(Journeys.Clock("clock"));
        await Rig.SendAsync(Ann, "start");
        await Rig.DrainAsync();

        Assert.Empty(await Rig.DueAsync(Rig.Now.AddMinutes(59)));
        Rig.Clock.Advance(TimeSpan.FromHours(1));
        var turns = await Rig.DrainAsync();

        Assert.Equal(1, turns);
        var next = Assert.Single(await Rig.DueAsync(Rig.Now.AddYears(1)));
        Assert.Equal((WorkKind.Timer, Rig.Now.AddHours(1)), (next.Kind, next.DueAt));
    }

    [Fact]
    public async Task Alter_FailedInstance_LivesOnWithItsEventsAndTimers()
    {
        await Rig.PublishAsync(Journeys.Risky("risky"));
        var graph = await Rig.Catalog.GetPublishedAsync("risky", CancellationToken.None);
        var id = new Guid("0197c000-0000-7000-8000-000000000001");
        var start = new StartOptions
        {
            InstanceId = id,
            Subject = Ann,
            TriggerActivityId = "enter",
        };
        await Rig.Store.EnqueueAsync([StartWork.Item(StoreRig.Tenant, graph!, start, Rig.Now)], CancellationToken.None);
        await Rig.DrainAsync();
        var failed = await Rig.Store.LoadAsync(new InstanceRequest([id], [], []), CancellationToken.None);
        Assert.Equal(WorkflowSubStatus.Faulted, Assert.Single(failed.Instances).SubStatus);
        Assert.Empty(await Rig.DueAsync(Rig.Now.AddYears(1)));
        var hash = StimulusHash.Of("Elsa.Event", "tick");
        Assert.Empty(await Rig.Store.FindWaitingAsync(StoreRig.Tenant, hash, null, null, 10, CancellationToken.None));

        await Rig.Store.EnqueueAsync(
            [
                AlterWork.Item(
                    StoreRig.Tenant,
                    Ann,
                    id,
                    [new Alteration.SetVariable("Broken", false), new Alteration.RetryFailed()],
                    Rig.Now
                ),
            ],
            CancellationToken.None
        );
        await Rig.DrainAsync();

        var altered = await Rig.Store.LoadAsync(new InstanceRequest([id], [], []), CancellationToken.None);
        Assert.Equal(
            "",
            string.Join(' ', altered.Instances.SelectMany(one => one.Incidents).Select(one => one.Message))
        );
        var instance = await Rig.SingleAsync(Ann);
        Assert.Equal(
            (WorkflowSubStatus.Suspended, 0, (DateTimeOffset?)null),
            (instance.SubStatus, instance.Incidents.Count, instance.FinishedAt)
        );
        Assert.Single(await Rig.Store.FindWaitingAsync(StoreRig.Tenant, hash, null, null, 10, CancellationToken.None));
        Assert.Equal(Rig.Now.AddHours(1), Assert.Single(await Rig.DueAsync(Rig.Now.AddYears(1))).DueAt);
    }

    [Fact]
    public async Task Timer_InstanceCancelled_IsGone()
    {
        await Rig.PublishAsync(Journeys.Clock("clock"));
        await Rig.SendAsync(Ann, "start");
        await Rig.DrainAsync();
        var instance = await Rig.SingleAsync(Ann);

        await Rig.Store.EnqueueAsync([Cancel(instance)], CancellationToken.None);
        await Rig.DrainAsync();

        Assert.Empty(await Rig.DueAsync(Rig.Now.AddYears(1)));
    }

    [Fact]
    public async Task Commit_LeaseMoved_IsRefusedAndWritesNothing()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        await Rig.SendAsync(Ann, "start");
        var stale = await Rig.LeaseAsync(HostA);
        var due = await Rig.DueAsync();
        Rig.Clock.Advance(TimeSpan.FromSeconds(16));
        await Rig.LeaseAsync(HostB);

        var result = await Rig.Runner().RunAsync(due, stale, Rig.Now, CancellationToken.None);

        Assert.Equal(Partitions.Count, result.Stale.Count);
        Assert.Equal(due[0].Id, Assert.Single(await Rig.DueAsync()).Id);
    }

    [Fact]
    public async Task Commit_OwnerDiedBeforeIt_AnotherHostDoesTheWork()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        await Rig.SendAsync(Ann, "start");
        await Rig.LeaseAsync(HostA);
        await Rig.DueAsync(); // taken by a host that is never heard of again

        Rig.Clock.Advance(TimeSpan.FromSeconds(16));
        var leases = await Rig.LeaseAsync(HostB);
        var result = await Rig.Runner().RunAsync(await Rig.DueAsync(), leases, Rig.Now, CancellationToken.None);

        Assert.Equal(1, result.Turns);
        Assert.Equal(1, (await Rig.SingleAsync(Ann)).Revision);
    }

    [Fact]
    public async Task Commit_OneItemDoneBefore_RefusesAllOfIt()
    {
        await Rig.SendAsync(Ann, "a");
        await Rig.SendAsync(Bob, "b");
        var due = await Rig.DueAsync();
        await Rig.Store.CommitAsync(
            new WorkCommit { Done = [.. due.Where(item => item.Subject == Ann)] },
            CancellationToken.None
        );

        var outcome = await Rig.Store.CommitAsync(new WorkCommit { Done = due }, CancellationToken.None);

        Assert.Equal([Ann], Assert.IsType<CommitOutcome.Conflict>(outcome).Subjects);
        Assert.Equal(Bob, Assert.Single(await Rig.DueAsync()).Subject);
    }

    [Fact]
    public async Task Commit_LostRevisionRace_NamesTheSubjectAndWritesNothing()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        await Rig.SendAsync(Ann, "start");
        await Rig.DrainAsync();
        await Rig.SendAsync(Bob, "other");
        var instance = await Rig.SingleAsync(Ann);
        var raced = new InstanceChange
        {
            Tenant = StoreRig.Tenant,
            Instance = instance,
            LoadedRevision = instance.Revision + 4,
        };

        var outcome = await Rig.Store.CommitAsync(
            new WorkCommit { Done = await Rig.DueAsync(), Instances = [raced] },
            CancellationToken.None
        );

        Assert.Equal([Ann], Assert.IsType<CommitOutcome.Conflict>(outcome).Subjects);
        Assert.Single(await Rig.DueAsync());
    }

    [Fact]
    public async Task Broadcast_ManyWait_WakesEachOnce()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        Guid[] subjects = [.. Enumerable.Range(1, 40).Select(Subject)];
        await Rig.Store.EnqueueAsync(
            [.. subjects.Select(subject => StoreRig.Stimulus(subject, "start", Rig.Now))],
            CancellationToken.None
        );
        await Rig.DrainAsync();

        var tick = new Stimulus("Elsa.Event", "tick");
        await Rig.Store.EnqueueAsync([BroadcastStimulus.Item(StoreRig.Tenant, tick, Rig.Now)], CancellationToken.None);
        var turns = await Rig.DrainAsync();

        Assert.Equal(40, turns);
        Assert.All(subjects, subject => Assert.Equal(2, Rig.SingleAsync(subject).Result.Revision));
    }

    [Fact]
    public async Task FindWaiting_PageByPage_FindsEachOnce()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        await Rig.Store.EnqueueAsync(
            [.. Enumerable.Range(1, 25).Select(n => StoreRig.Stimulus(Subject(n), "start", Rig.Now))],
            CancellationToken.None
        );
        await Rig.DrainAsync();
        var hash = new Stimulus("Elsa.Event", "tick").Hash;

        var found = new List<WaitingInstance>();
        IReadOnlyList<WaitingInstance> page;
        do
        {
            page = await Rig.Store.FindWaitingAsync(
                StoreRig.Tenant,
                hash,
                null,
                found.LastOrDefault()?.InstanceId,
                10,
                CancellationToken.None
            );
            found.AddRange(page);
        } while (page.Count == 10);

        Assert.Equal(25, found.Select(one => one.Subject).Distinct().Count());
        Assert.Equal(25, found.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Runners_AnyInterleaving_EveryStimulusCountsOnce(int seed)
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        var random = new Random(seed);
        Guid[] subjects = [.. Enumerable.Range(1, 6).Select(Subject)];
        await Rig.Store.EnqueueAsync(
            [.. subjects.Select(subject => StoreRig.Stimulus(subject, "start", Rig.Now))],
            CancellationToken.None
        );
        await Rig.DrainAsync();
        var ticks = subjects.ToDictionary(subject => subject, _ => random.Next(1, 12));
        WorkItem[] items =
        [
            .. ticks.SelectMany(pair => Enumerable.Repeat(StoreRig.Stimulus(pair.Key, "tick", Rig.Now), pair.Value)),
        ];
        random.Shuffle(items);
        await Rig.Store.EnqueueAsync(items, CancellationToken.None);

        // Two hosts that both believe they own everything: only the commits keep them apart. Live objects have one owner.
        var hosts = Rig.Store is MemoryInstanceStore ? 1 : 2;
        await Task.WhenAll(Enumerable.Range(0, hosts).Select(_ => Task.Run(() => Rig.DrainAsync(Rig.Runner()))));

        foreach (var (subject, count) in ticks)
        {
            Assert.Equal(1 + count, (await Rig.SingleAsync(subject)).Revision);
        }
    }

    [Fact]
    public async Task Item_FailsAgainAndAgain_DiesAndHoldsUpNobody()
    {
        await Rig.PublishAsync(Journeys.Counter("counter"));
        await Rig.SendAsync(Ann, "start");
        await Rig.SendAsync(Bob, "start");

        var turns = await Rig.DrainAsync(Rig.Runner(new BrokenSubjects(Ann)));

        Assert.Equal(1, turns);
        Assert.Equal(1, (await Rig.SingleAsync(Bob)).Revision);
        var dead = Assert.Single(await DeadAsync());
        Assert.Equal(Ann, dead.Item.Subject);
        Assert.Equal("InvalidOperationException: broken", dead.Reason);
    }

    protected abstract Task<IReadOnlyCollection<DeadWorkItem>> DeadAsync();

    protected static Guid Subject(int number) => new(number, 0, 0, new byte[8]);

    private static string EventName(WorkItem item) => (string)((SubjectStimulus)item.Payload!).Stimulus.Key!;

    private static WorkItem Cancel(WorkflowInstance instance) =>
        new()
        {
            Tenant = StoreRig.Tenant,
            Subject = instance.Subject,
            Kind = WorkKind.Cancel,
            DueAt = instance.CreatedAt,
            InstanceId = instance.Id,
        };
}
