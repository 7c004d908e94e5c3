using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What ties and runs have to be on every store.</summary>
public abstract class SyncStoreContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 1, 10, 3, 0, 0, TimeSpan.Zero);

    protected abstract ITieStore Ties { get; }

    protected abstract ISyncStore Runs { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_OlderWord_ChangesNothing()
    {
        var lost = Tie("a") with { IsLost = true, ChangedAt = Now };
        await Ties.SaveAsync(Tenant, [lost], CancellationToken.None);

        await Ties.SaveAsync(Tenant, [Tie("a") with { ChangedAt = Now.AddSeconds(-1) }], CancellationToken.None);

        Assert.Equal([lost], await FindAsync("a", "b"));
    }

    [Fact]
    public async Task Save_WordWithoutProfile_KeepsTheProfile()
    {
        var seen = Tie("a") with { Profile = "p", SeenAt = Now, ChangedAt = Now, Tags = "t1,t2" };
        await Ties.SaveAsync(Tenant, [seen], CancellationToken.None);

        await Ties.SaveAsync(
            Tenant,
            [Tie("a") with { IsLost = true, ChangedAt = Now.AddSeconds(1) }],
            CancellationToken.None
        );

        Assert.Equal([seen with { IsLost = true, ChangedAt = Now.AddSeconds(1), Tags = "" }], await FindAsync("a"));
    }

    [Fact]
    public async Task ListUnseen_Pages_GiveWhatTheRunShouldHaveSeen()
    {
        var old = Now.AddDays(-1);
        await Ties.SaveAsync(
            Tenant,
            [
                .. Enumerable.Range(0, 7).Select(n => Tie($"k{n}") with { ChangedAt = old, SeenAt = old }),
                Tie("seen") with
                {
                    ChangedAt = old,
                    SeenAt = Now,
                },
                Tie("lost") with
                {
                    ChangedAt = old,
                    IsLost = true,
                },
                Tie("fresh") with
                {
                    ChangedAt = Now.AddMinutes(-5),
                },
                Tie("told") with
                {
                    ChangedAt = old,
                },
                Tie("k1") with
                {
                    Owner = "other",
                    ChangedAt = old,
                },
                Tie("k2") with
                {
                    Kind = TieKind.Member,
                    ChangedAt = old,
                },
            ],
            CancellationToken.None
        );
        await Ties.SaveAsync(2, [Tie("k9") with { ChangedAt = old }], CancellationToken.None);

        List<string> found = [];
        string? after = null;
        do
        {
            var page = await Ties.ListUnseenAsync(
                Tenant,
                TieKind.Friend,
                "li",
                new SyncRun(Now),
                after,
                3,
                CancellationToken.None
            );
            found.AddRange(page.Select(tie => tie.Customer));
            after = page.Count == 3 ? page[^1].Customer : null;
        } while (after is not null);

        Assert.Equal(["k0", "k1", "k2", "k3", "k4", "k5", "k6", "told"], found);
    }

    [Fact]
    public async Task Take_Runs_BelongToOneHostAndAreGoneOnWith()
    {
        Assert.Null(await Runs.LatestAsync(Tenant, CancellationToken.None));
        var first = await TakeAsync("one", Now);
        Assert.Equal(new SyncRun(Now), first);
        Assert.Null(await TakeAsync("two", Now.AddMinutes(1)));

        var half = first! with
        {
            Staff = "li",
            Cursor = "c",
            StaffCount = 3,
            StaffDone = 1,
            Counts = new SyncCounts { Friends = 5, Lost = 1 },
        };
        Assert.True(await Runs.SaveAsync(Tenant, "one", half, Now.AddMinutes(5), CancellationToken.None));
        Assert.False(await Runs.SaveAsync(Tenant, "two", half, Now.AddMinutes(5), CancellationToken.None));

        // The first host dies: the second goes on, and the first finds out.
        Assert.Equal(half, await TakeAsync("two", Now.AddMinutes(6)));
        Assert.False(await Runs.SaveAsync(Tenant, "one", half, Now.AddMinutes(9), CancellationToken.None));
        var done = half with { Phase = SyncPhase.Done };
        Assert.True(await Runs.SaveAsync(Tenant, "two", done, Now.AddMinutes(9), CancellationToken.None));
        Assert.Equal(done, await Runs.LatestAsync(Tenant, CancellationToken.None));

        // What is over is free at once.
        Assert.Equal(new SyncRun(Now.AddMinutes(7)) { PreviousAt = Now }, await TakeAsync("one", Now.AddMinutes(7)));
    }

    [Fact]
    public async Task Take_ManyHostsAtOnce_OneGetsIt()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => TakeAsync($"host{n}", Now))));

        Assert.Single(runs, run => run is not null);
    }

    private static Tie Tie(string customer) => new(TieKind.Friend, "li", customer) { ChangedAt = Now };

    private Task<IReadOnlyList<Tie>> FindAsync(params string[] customers) =>
        Ties.FindAsync(Tenant, TieKind.Friend, "li", customers, CancellationToken.None);

    private Task<SyncRun?> TakeAsync(string owner, DateTimeOffset now) =>
        Runs.TakeAsync(Tenant, owner, now, (now, now.AddMinutes(5)), CancellationToken.None);
}
