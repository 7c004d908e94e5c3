using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Tests.Places;

/// <summary>
/// A street of stores, 0.01 degrees (some 950 m) apart: A has a full and a free group, B is closed in the mornings, C has only a
/// full group, D has one place left, E no group at all; F lies in another town.
/// </summary>
public sealed class GroupRouterTests : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Ann = new("0197a000-0000-7000-8000-000000000001");
    private static readonly Guid Bob = new("0197a000-0000-7000-8000-000000000002");

    private readonly MemoryGroupRegister _groups = new();
    private readonly MemoryStoreRegister _stores = new();
    private readonly GroupRouter _router;

    public GroupRouterTests() => _router = new GroupRouter(new StoreDirectory(_stores), _groups);

    public async Task InitializeAsync()
    {
        var afternoons = new OpeningHours(
            [new OpeningDay(DayOfWeek.Monday, [new OpeningSpan(new TimeOnly(12, 0), new TimeOnly(20, 0))])],
            []
        );
        Store[] street =
        [
            At("A", 121.00),
            At("B", 121.01) with
            {
                Hours = afternoons,
            },
            At("C", 121.02),
            At("D", 121.03),
            At("E", 121.04),
            At("F", 125.00),
            new Store("G", "without position"),
        ];
        await _stores.SaveAsync(Tenant, street, default);
        CustomerGroup[] groups =
        [
            Of("A1", "A", members: 200),
            Of("A2", "A", members: 150),
            Of("A3", "A", members: 10),
            Of("B1", "B", members: 0),
            Of("C1", "C", members: 200),
            Of("D1", "D", members: 199),
            Of("F1", "F", members: 0),
            Of("G1", "G", members: 0),
            Of("main", null, members: 0),
            Of("moms", null, members: 0) with
            {
                Persona = "baby-0-6",
                Family = "baby",
            },
            Of("toddlers", null, members: 0) with
            {
                Persona = "baby-7-12",
                Family = "baby",
            },
            Of("over", "E", members: 0) with
            {
                EndsAt = Morning,
            },
        ];
        await _groups.SaveAsync(Tenant, groups, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    // The nearest open store; its fullest group that has a place, so that groups fill up one after the other.
    [InlineData(121.001, null, "A2", RouteReason.NearestStore)]
    // B is nearest and closed in the morning: A is next, 100 m nearer than the full C.
    [InlineData(121.009, null, "A2", RouteReason.NearestStore)]
    // C is nearest and full: D has one place.
    [InlineData(121.022, null, "D1", RouteReason.NextStore)]
    // E is nearest and has no group that goes on: D.
    [InlineData(121.041, null, "D1", RouteReason.NextStore)]
    // Another town.
    [InlineData(125.001, null, "F1", RouteReason.NearestStore)]
    // The position was refused: the store of the code, its hours do not matter.
    [InlineData(null, "B", "B1", RouteReason.StoreOfCode)]
    // The store of the code is full: on along the street.
    [InlineData(null, "C", "D1", RouteReason.NextStore)]
    // A store that nobody can place still has a code.
    [InlineData(null, "G", "G1", RouteReason.StoreOfCode)]
    // No store within the radius, or an unknown code: the default group.
    [InlineData(110.0, null, "main", RouteReason.DefaultGroup)]
    [InlineData(null, "Z", "main", RouteReason.DefaultGroup)]
    // Neither position nor code.
    [InlineData(null, null, "main", RouteReason.Features)]
    public async Task Route_OneCustomer_GoesToTheGroupOfTheTable(
        double? longitude,
        string? code,
        string group,
        RouteReason reason
    )
    {
        var found = Assert.IsType<GroupRoute.Found>(await RouteAsync(longitude, code, fallback: "main"));

        Assert.Equal((group, reason), (found.Group.Id, found.Reason));
        Assert.Equal(longitude is null || reason == RouteReason.DefaultGroup, found.Distance is null);
    }

    [Theory]
    [InlineData(110.0, null, RouteReason.NoStoreInRadius, null)]
    [InlineData(null, "Z", RouteReason.NoStoreInRadius, null)]
    public async Task Route_WithoutDefaultGroup_SaysWhyNot(
        double? longitude,
        string? code,
        RouteReason reason,
        string? store
    )
    {
        var none = Assert.IsType<GroupRoute.None>(await RouteAsync(longitude, code));

        Assert.Equal((reason, store), (none.Reason, none.Store?.Id));
    }

    [Theory]
    // Only C, which is full, lies within 100 m; then only E, whose group is over.
    [InlineData(121.02, RouteReason.AllFull, "C")]
    [InlineData(121.04, RouteReason.NoSuchGroup, "E")]
    public async Task Route_NothingFreeInTheRadius_NamesTheStoreThatNeedsAGroup(
        double longitude,
        RouteReason reason,
        string store
    )
    {
        var none = Assert.IsType<GroupRoute.None>(await RouteAsync(longitude, code: null, radius: 100));

        Assert.Equal((reason, store), (none.Reason, none.Store?.Id));
    }

    [Fact]
    public async Task Route_LastPlaceTwice_SecondCustomerGoesOn()
    {
        var first = await RouteAsync(121.03, null, who: Ann);
        var second = await RouteAsync(121.03, null, who: Bob);

        Assert.Equal("D1", Assert.IsType<GroupRoute.Found>(first).Group.Id);
        Assert.Equal("A2", Assert.IsType<GroupRoute.Found>(second).Group.Id);
    }

    [Fact]
    public async Task Route_SameKeyAgain_FindsTheSamePlace()
    {
        await RouteAsync(121.03, null, who: Ann);
        var again = Assert.IsType<GroupRoute.Found>(await RouteAsync(121.03, null, who: Ann));

        Assert.Equal(("D1", RouteReason.AlreadyThere), (again.Group.Id, again.Reason));
        Assert.Single(await _groups.ListSeatsAsync(Tenant, Ann, default));
    }

    [Fact]
    public async Task Route_PlaceThatWasNeverTaken_IsFreeAgain()
    {
        await RouteAsync(121.03, null, who: Ann);

        var later = await _router.RouteAsync(
            Tenant,
            new GroupWish("bob", Bob, Morning.AddHours(25)) { CodeStoreId = "D" },
            default
        );

        Assert.Equal("D1", Assert.IsType<GroupRoute.Found>(later).Group.Id);
    }

    [Fact]
    public async Task Route_OtherAgeBand_LeavesTheGroupOfTheFamily()
    {
        await _groups.JoinAsync(Tenant, "moms", Ann, Morning, default);

        var same = await _router.RouteAsync(Tenant, Wish("k1") with { Persona = "baby-0-6" }, default);
        var next = await _router.RouteAsync(Tenant, Wish("k2") with { Persona = "baby-7-12" }, default);

        Assert.Equal(RouteReason.AlreadyThere, same.Reason);
        var move = Assert.IsType<GroupRoute.Found>(next);
        Assert.Equal(("toddlers", "moms"), (move.Group.Id, move.LeavesGroupId));

        static GroupWish Wish(string key) => new(key, Ann, Morning);
    }

    [Fact]
    public async Task Route_StoreOpenedMeanwhile_IsOnTheMap()
    {
        await RouteAsync(121.03, null);
        await _stores.SaveAsync(Tenant, [At("H", 110)], default);
        await _groups.SaveAsync(Tenant, [Of("H1", "H", 0)], default);

        var found = Assert.IsType<GroupRoute.Found>(await RouteAsync(110.0, null, who: Bob));

        Assert.Equal("H1", found.Group.Id);
    }

    private Task<GroupRoute> RouteAsync(
        double? longitude,
        string? code,
        string? fallback = null,
        double radius = 5_000,
        Guid? who = null
    ) =>
        _router.RouteAsync(
            Tenant,
            new GroupWish($"key-{who ?? Ann}", who ?? Ann, Morning)
            {
                Position = longitude is { } east ? new GeoPoint(31, east) : null,
                CodeStoreId = code,
                DefaultGroupId = fallback,
                Radius = radius,
            },
            default
        );

    private static Store At(string id, double longitude) => new(id, id) { Position = new GeoPoint(31, longitude) };

    private static CustomerGroup Of(string id, string? store, int members) =>
        new(id, id) { StoreId = store, Members = members };
}
