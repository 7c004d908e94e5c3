using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Marketing.Tests.Channels.WeCom.Ways;

public sealed class GroupWaysTests
{
    private readonly MemoryWayStore _store = new();

    [Fact]
    public async Task Address_OfAGroup_IsThatOfTheWayOfTheFewestGroups()
    {
        await AddAsync("all", "https://code/all", "other", "moms");
        await AddAsync("moms", "https://code/moms", "moms");
        await AddAsync("unmade", null, "waiting");
        await AddAsync("staff", "https://code/staff", WayKind.Contact, "friends");
        var ways = new GroupWays(_store, TimeProvider.System);

        Assert.Equal("https://code/moms", await ways.AddressAsync(1, "moms", default));
        Assert.Equal("https://code/all", await ways.AddressAsync(1, "other", default));
        Assert.Null(await ways.AddressAsync(1, "waiting", default));
        Assert.Null(await ways.AddressAsync(1, "friends", default));
        Assert.Null(await ways.AddressAsync(1, "unknown", default));
    }

    private Task AddAsync(string name, string? address, params string[] groups) =>
        AddAsync(name, address, WayKind.Group, groups);

    private async Task AddAsync(string name, string? address, WayKind kind, params string[] groups)
    {
        var way = new Way(new WaySpec(name, kind) { Groups = groups }, DateTimeOffset.UnixEpoch) { Address = address };
        Assert.True(await _store.TryBeginAsync(1, way, default));
    }
}
