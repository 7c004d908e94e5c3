using Workflows.Marketing.Content;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every ledger of limited values has to do: nothing is given twice, and never more than there is.</summary>
public abstract class StockContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private protected IStockLedger Stocks { get; private set; } = null!;

    public async Task InitializeAsync() => Stocks = await OpenAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Stock_Taken_DecreasesUntilNoneIsLeft()
    {
        await Stocks.SaveAsync(Tenant, new Stock("gift", 2), default);

        var taken = await TakeAsync("a", "b", "c");

        Assert.Equal(["a", "b"], taken.Order(StringComparer.Ordinal));
        Assert.Equal(new Stock("gift", 2) { Taken = 2 }, await Stocks.FindAsync(Tenant, "gift", default));
        Assert.Equal(["a"], await TakeAsync("a"));
        Assert.Equal(2, (await Stocks.FindAsync(Tenant, "gift", default))!.Taken);
    }

    [Fact]
    public async Task Stock_WantedByManyAtOnce_IsNeverOversold()
    {
        await Stocks.SaveAsync(Tenant, new Stock("gift", 25), default);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(side => Task.Run(() => TakeAsync([.. Enumerable.Range(0, 5).Select(n => $"{side}-{n}")])))
        );

        Assert.Equal(25, taken.Sum(keys => keys.Count));
        Assert.Equal(25, (await Stocks.FindAsync(Tenant, "gift", default))!.Taken);
    }

    [Fact]
    public async Task Stock_GivenBack_CanBeHadAgain_Once()
    {
        await Stocks.SaveAsync(Tenant, new Stock("gift", 1), default);
        await TakeAsync("a");

        await Stocks.GiveBackAsync(Tenant, ["a", "nobody"], default);
        await Stocks.GiveBackAsync(Tenant, ["a"], default);

        Assert.Equal(1, (await Stocks.FindAsync(Tenant, "gift", default))!.Left);
        Assert.Equal(["b"], await TakeAsync("b", "c"));
    }

    [Fact]
    public async Task Stock_WhoseOfferIsOver_GivesNone()
    {
        await Stocks.SaveAsync(Tenant, new Stock("gift", 5) { EndsAt = Now }, default);
        Assert.Empty(await TakeAsync("a"));

        await Stocks.SaveAsync(Tenant, new Stock("gift", 5) { EndsAt = Now.AddTicks(1) }, default);

        Assert.Equal(["a"], await TakeAsync("a"));
        Assert.Empty(await Stocks.TakeAsync(Tenant, [new StockWish("other", "b")], Now, default));
    }

    [Fact]
    public async Task Stock_MadeSmallerThanWhatIsTaken_IsRefused()
    {
        await Stocks.SaveAsync(Tenant, new Stock("gift", 2), default);
        await Stocks.SaveAsync(Tenant, new Stock("cup", 1), default);
        await TakeAsync("a", "b");

        Assert.False(await Stocks.SaveAsync(Tenant, new Stock("gift", 1), default));
        Assert.True(await Stocks.SaveAsync(Tenant, new Stock("gift", 3), default));

        Assert.Equal(new Stock("gift", 3) { Taken = 2 }, await Stocks.FindAsync(Tenant, "gift", default));
        Assert.Equal(["cup", "gift"], (await Stocks.ListAsync(Tenant, null, 10, default)).Select(one => one.Name));
        Assert.Equal("gift", Assert.Single(await Stocks.ListAsync(Tenant, "cup", 10, default)).Name);
    }

    private protected abstract Task<IStockLedger> OpenAsync();

    private Task<IReadOnlySet<string>> TakeAsync(params string[] keys) =>
        Stocks.TakeAsync(Tenant, [.. keys.Select(key => new StockWish("gift", key))], Now, default);
}
