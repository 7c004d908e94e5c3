using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every ledger has to do.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    protected const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly LedgerAccount Customers = new("customers", "all");

    protected abstract ILedger Ledger { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Post_Moves_ChangeBalancesAndSumToZero()
    {
        await PostAsync(Pay("1", "a", 19.9m), Pay("2", "b", 0.0001m), Pay("3", "a", 10.1m));
        await PostAsync(
            new LedgerTransaction("4", Now.AddHours(1), "refund", "o-1", [new(Held("a"), Customers, 30m)]),
            new LedgerTransaction(
                "5",
                Now,
                "other",
                "o-1",
                [new(Held("b"), Held("c"), 5m), new(Held("c"), Customers, 1m)]
            )
        );

        Assert.Equal(0m, await Ledger.BalanceAsync(Tenant, Held("a"), default));
        Assert.Equal(1m - 0.0001m, await Ledger.BalanceAsync(Tenant, Customers, default));
        Assert.Equal(0m, await Ledger.BalanceAsync(Tenant, Held("nobody"), default));
        Assert.Equal(0m, await Ledger.BalanceAsync(Tenant + 1, Customers, default));
        Assert.Equal(
            [new(Held("a"), 0m), new(Held("b"), -4.9999m)],
            await Ledger.ListBalancesAsync(Tenant, "held", null, 2, default)
        );
        Assert.Equal([new(Held("c"), 4m)], await Ledger.ListBalancesAsync(Tenant, "held", "b", 2, default));
        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
        var told = await Ledger.ListAsync(Tenant, "o-1", default);
        Assert.Equal(["5", "4"], told.Select(transaction => transaction.Key));
        Assert.Equal([new(Held("b"), Held("c"), 5m), new(Held("c"), Customers, 1m)], told[0].Moves);
        Assert.Equal((Now.AddHours(1), "refund"), (told[1].At, told[1].Kind));
    }

    [Fact]
    public async Task Post_SameKeyAgain_ChangesNothing()
    {
        var first = Pay("1", "a", 10m);
        Assert.Equal([LedgerPosting.Posted, LedgerPosting.Known], await PostAsync(first, Pay("1", "a", 10m)));
        Assert.Equal([LedgerPosting.Known, LedgerPosting.Posted], await PostAsync(first, Pay("2", "a", 1m)));

        Assert.Equal(11m, await Ledger.BalanceAsync(Tenant, Held("a"), default));
    }

    [Fact]
    public async Task Post_KeyThatSaysSomethingElse_RefusesTheWholeBatch()
    {
        await PostAsync(Pay("1", "a", 10m));

        var postings = await PostAsync(Pay("0", "b", 1m), Pay("1", "a", 11m), Pay("2", "b", 1m));

        Assert.Equal(LedgerPosting.Conflict, postings[1]);
        Assert.Equal(10m, await Ledger.BalanceAsync(Tenant, Held("a"), default));
        Assert.Equal(0m, await Ledger.BalanceAsync(Tenant, Held("b"), default));
    }

    [Fact]
    public async Task Post_RandomMovesAtOnce_EveryKeyCountsOnceAndNothingIsLost()
    {
        var random = new Random(20260301);
        LedgerTransaction[] all =
        [
            .. Enumerable.Range(0, 60).Select(key => Pay($"{key:00}", $"{key % 4}", random.Next(1, 999_999) / 100m)),
        ];

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                {
                    var some = all.OrderBy(_ => random.Next()).Take(30).ToArray();
                    return Task.Run(() => Ledger.PostAsync(Tenant, some, default));
                })
                .Append(Task.Run(() => Ledger.PostAsync(Tenant, all, default)))
        );

        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
        foreach (var own in all.GroupBy(one => one.Moves[0].To))
        {
            Assert.Equal(own.Sum(one => one.Moves[0].Amount), await Ledger.BalanceAsync(Tenant, own.Key, default));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.00001)]
    [InlineData(100_000_000_001)]
    public void Move_AmountTheLedgerCannotCount_Throws(double amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LedgerMove(Customers, Held("a"), (decimal)amount));

    private static LedgerAccount Held(string owner) => new("held", owner);

    private static LedgerTransaction Pay(string key, string owner, decimal amount) =>
        new(key, Now, "pay", $"order-{key}", [new(Customers, Held(owner), amount)]);

    private Task<IReadOnlyList<LedgerPosting>> PostAsync(params LedgerTransaction[] transactions) =>
        Ledger.PostAsync(Tenant, transactions, CancellationToken.None);
}
