using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Recommending;
using Workflows.Storage.Tests.Calendars;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What was bought, read back from real orders on both databases (S4-48).</summary>
public abstract class PurchaseContract(StorageKind kind) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 8, 12, 0, 0, TimeSpan.FromHours(8));

    private TestDatabase _database = null!;
    private CalendarHost _host = null!;
    private int _events;

    private IPurchaseBook Book => _database.Get<IPurchaseBook>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        _host = new CalendarHost(_database);
        await BuyAsync("ann", Noon.AddDays(-2), "tea", "pot", "tea");
        await BuyAsync("bob", Noon.AddDays(-1), "tea");
        await BuyAsync("bob", Noon, "cup");
        await BuyAsync("ann", Noon.AddHours(1), "book");
        await BuyAsync("eve", Noon.AddHours(-1), "returned");
        await AcceptAsync("eve", "order.refunded", new { order = "O-5" }, Noon.AddMinutes(-30));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Latest_OrdersThatCount_AreTheLatestUntilThenWithinTheBound()
    {
        Assert.Equal("cup|tea|tea,pot", Show(await LatestAsync(Noon, 10)));
        Assert.Equal("cup|tea", Show(await LatestAsync(Noon, 2)));
        Assert.Equal("book|cup", Show(await LatestAsync(Noon.AddDays(1), 2)));
        Assert.Equal(Noon, (await LatestAsync(Noon, 1))[0].PaidAt);
    }

    [Fact]
    public async Task Of_OneContact_ShowsItsOwnOrdersOnly()
    {
        var ann = (await LatestAsync(Noon, 10))[^1].ContactId;

        Assert.Equal("tea,pot", Show(await Book.OfAsync(StoreRig.Tenant, ann, Noon, 10, default)));
        Assert.Equal("book|tea,pot", Show(await Book.OfAsync(StoreRig.Tenant, ann, Noon.AddHours(1), 10, default)));
        Assert.Equal("book", Show(await Book.OfAsync(StoreRig.Tenant, ann, Noon.AddHours(1), 1, default)));
        Assert.Empty(await Book.OfAsync(StoreRig.Tenant + 1, ann, Noon.AddHours(1), 10, default));
    }

    private static string Show(IEnumerable<Purchase> purchases) =>
        string.Join('|', purchases.Select(one => string.Join(',', one.Products)));

    private Task<IReadOnlyList<Purchase>> LatestAsync(DateTimeOffset until, int most) =>
        Book.LatestAsync(StoreRig.Tenant, until, most, default);

    private Task BuyAsync(string who, DateTimeOffset at, params string[] skus) =>
        AcceptAsync(
            who,
            "order.paid",
            new
            {
                order = $"O-{_events + 1}",
                amount = 9,
                lines = skus.Select(sku => new { sku }),
            },
            at
        );

    private Task AcceptAsync(string who, string type, object data, DateTimeOffset at) =>
        _host.AcceptAsync(
            new ContactEvent(
                "shop",
                $"{++_events}",
                type,
                at,
                [new ContactIdentity(IdentityKind.ExternalUserId, who)],
                JsonSerializer.Serialize(data)
            )
        );
}
