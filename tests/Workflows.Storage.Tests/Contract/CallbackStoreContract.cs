using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What the inbox of WeCom's callbacks has to do on every database.</summary>
public abstract class CallbackStoreContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TestDatabase _database = null!;

    private ICallbackStore Store => _database.Get<ICallbackStore>();

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Accept_NewKnownAndReplayed_AreToldApart()
    {
        var first = await AcceptAsync(Record("n1", "a"), Record("n2", "b"), Record("n3", "a"), Record("n1", "c"));
        var again = await AcceptAsync(Record("n2", "d"), Record("n4", "b"), Record("n5", "e"));

        Assert.Equal(
            [CallbackReceipt.Accepted, CallbackReceipt.Accepted, CallbackReceipt.Known, CallbackReceipt.Replayed],
            first
        );
        Assert.Equal([CallbackReceipt.Replayed, CallbackReceipt.Known, CallbackReceipt.Accepted], again);
        Assert.Equal(["a", "b", "e"], (await LeaseAsync("one")).Select(one => one.Key));
    }

    [Fact]
    public async Task Accept_TheSameFromManyHosts_IsTakenOnce()
    {
        CallbackRecord[] batch = [.. Enumerable.Range(0, 100).Select(n => Record($"n{n}", $"k{n}"))];
        CallbackRecord[] backwards = [.. batch.Reverse()];

        var receipts = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(n => Task.Run(() => AcceptAsync(n % 2 == 0 ? batch : backwards)))
        );

        Assert.Equal(100, receipts.SelectMany(one => one).Count(receipt => receipt == CallbackReceipt.Accepted));
        Assert.Equal(500, receipts.SelectMany(one => one).Count(receipt => receipt == CallbackReceipt.Replayed));
    }

    [Fact]
    public async Task Accept_AnotherTenantsNonceAndEvent_AreNotOurs()
    {
        await Store.AcceptAsync(2, [Record("n1", "a")], CancellationToken.None);

        Assert.Equal([CallbackReceipt.Accepted], await AcceptAsync(Record("n1", "a")));
        Assert.Single(await LeaseAsync("one"));
    }

    [Fact]
    public async Task Lease_TwoOwners_NeverGetTheSame()
    {
        await AcceptAsync([.. Enumerable.Range(0, 50).Select(n => Record($"n{n}", $"k{n}"))]);

        var leases = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(n => Task.Run(() => LeaseAsync($"owner{n}", count: 20)))
        );

        var keys = leases.SelectMany(one => one).Select(one => one.Key).ToArray();
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(50, keys.Length + (await LeaseAsync("last")).Count);
    }

    [Fact]
    public async Task Settle_ByTheOwner_EndsItAndByAnotherDoesNothing()
    {
        await AcceptAsync(Record("n1", "a"), Record("n2", "b"), Record("n3", "c"));
        var leased = await LeaseAsync("one");

        await SettleAsync("two", new CallbackSettlement("a", CallbackState.Handled, Now));
        await SettleAsync(
            "one",
            new CallbackSettlement("b", CallbackState.Dead, Now, new string('x', 3000)),
            new CallbackSettlement("c", CallbackState.Queued, Now.AddMinutes(1), "later")
        );

        Assert.Equal(("<xml/>", Now, 1), (leased[0].Xml, leased[0].ReceivedAt, leased[0].Attempt));
        Assert.Empty(await LeaseAsync("three"));
        var due = await LeaseAsync("three", Now.AddMinutes(1));
        Assert.Equal([("a", 2), ("c", 2)], due.Select(one => (one.Key, one.Attempt)));
    }

    [Fact]
    public async Task FindWelcome_SeveralCodes_IsTheNewestOfTheCustomerAndTheStaff()
    {
        await AcceptAsync(
            Record("n1", "a") with
            {
                Welcome = new WelcomeTicket("woA", "li", "1", Now),
            },
            Record("n2", "b") with
            {
                Welcome = new WelcomeTicket("woA", "wang", "2", Now),
            },
            Record("n3", "c") with
            {
                Welcome = new WelcomeTicket("woB", "li", "3", Now),
            },
            Record("n4", "d")
        );

        Assert.Equal("1", (await FindWelcomeAsync("woA", "li"))!.Code);
        Assert.Equal(new WelcomeTicket("woA", "wang", "2", Now), await FindWelcomeAsync("woA", null));
        Assert.Null(await FindWelcomeAsync("woC", null));
    }

    [Fact]
    public async Task WelcomePlans_PublishedAtOnce_GetAVersionEach()
    {
        var plans = _database.Get<IWelcomePlanStore>();
        Assert.Null(await plans.NewestAsync(Tenant, CancellationToken.None));

        var published = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(n => Task.Run(() => plans.AddAsync(Tenant, $"{n}", Now, CancellationToken.None)))
        );

        Assert.Equal([1, 2, 3, 4, 5], published.Select(plan => plan.Version).Order());
        Assert.Equal(
            published.Single(plan => plan.Version == 5),
            await plans.NewestAsync(Tenant, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Remove_WhatIsOver_ForgetsItAndNothingElse()
    {
        await AcceptAsync(Record("n1", "a"), Record("n2", "b"));
        await LeaseAsync("one");
        await SettleAsync("one", new CallbackSettlement("a", CallbackState.Handled, Now));

        Assert.Equal(0, await Store.RemoveAsync(Tenant, Now.AddHours(1), Now, CancellationToken.None));
        Assert.Equal([CallbackReceipt.Replayed], await AcceptAsync(Record("n1", "a")));
        Assert.Equal(1, await Store.RemoveAsync(Tenant, Now.AddHours(3), Now.AddSeconds(1), CancellationToken.None));
        Assert.Equal(
            [CallbackReceipt.Accepted, CallbackReceipt.Known],
            await AcceptAsync(Record("n1", "a"), Record("n2", "b"))
        );
    }

    private static CallbackRecord Record(string nonce, string key) =>
        new(nonce, key, "change_external_contact", "edit_external_contact", "<xml/>", Now, Now.AddHours(2));

    private Task<IReadOnlyList<CallbackReceipt>> AcceptAsync(params CallbackRecord[] requests) =>
        Store.AcceptAsync(Tenant, requests, CancellationToken.None);

    private Task<IReadOnlyList<LeasedCallback>> LeaseAsync(string owner, DateTimeOffset? now = null, int count = 100) =>
        Store.LeaseAsync(Tenant, owner, count, now ?? Now, (now ?? Now).AddSeconds(30), CancellationToken.None);

    private Task<WelcomeTicket?> FindWelcomeAsync(string customer, string? staff) =>
        Store.FindWelcomeAsync(Tenant, customer, staff, CancellationToken.None);

    private Task SettleAsync(string owner, params CallbackSettlement[] settlements) =>
        Store.SettleAsync(Tenant, owner, settlements, CancellationToken.None);
}
