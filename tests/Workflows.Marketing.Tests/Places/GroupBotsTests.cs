using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Segments;
using Workflows.Marketing.Tests.Limits;

namespace Workflows.Marketing.Tests.Places;

/// <summary>Groups and the bots that look after them (S0-44).</summary>
public sealed class GroupBotsTests
{
    private static readonly DateTimeOffset Now = LimitBench.At(5, 12);
    private readonly MemoryGroupRegister _groups = new();
    private readonly GroupBots _bots;

    public GroupBotsTests() => _bots = new GroupBots(_groups, new BotGroups(new LimitBench().Judge));

    [Fact]
    public async Task Save_The201stGroupOfABot_IsRefusedAndBalancedToAnother()
    {
        for (var number = 0; number < 200; number++)
        {
            Assert.True(await SaveAsync($"g{number}", "a"));
        }

        Assert.True(await SaveAsync("other", "b"));
        Assert.True(await SaveAsync("201st", bot: null));
        Assert.False(await SaveAsync("201st", "a"));
        Assert.Null((await _groups.FindAsync(1, "201st", default))!.BotId);

        Assert.Null((await _bots.BalanceAsync(1, "201st", ["a"], Now, default))!.BotId);
        Assert.Equal("b", (await _bots.BalanceAsync(1, "201st", [], Now, default))!.BotId);
        Assert.True(await SaveAsync("g7", "a"));
    }

    [Fact]
    public async Task Balance_ManyGroupsAtOnce_SpreadsThemOverTheBots()
    {
        string[] bots = ["a", "b", "c"];
        for (var number = 0; number < 300; number++)
        {
            await SaveAsync($"g{number:000}", bot: null);
            await _bots.BalanceAsync(1, $"g{number:000}", bots, Now, default);
        }

        var loads = await _groups.CountByBotAsync(1, default);

        Assert.Equal([100, 100, 100], bots.Select(bot => loads[bot]));
    }

    [Fact]
    public async Task Save_GroupThatLeavesItsBot_MakesRoomForAnother()
    {
        for (var number = 0; number < 200; number++)
        {
            await SaveAsync($"g{number}", "a");
        }

        Assert.True(await SaveAsync("g0", "b"));
        Assert.True(await SaveAsync("new", "a"));
        Assert.True(await SaveAsync("g1", "a", isActive: false));
        Assert.True(await SaveAsync("newer", "a"));
        Assert.False(await SaveAsync("newest", "a"));
    }

    [Fact]
    public async Task SaveAll_MoreThanTheBotTakes_KeepsNoneAndHoldsNothing()
    {
        CustomerGroup[] all = [.. Enumerable.Range(0, 201).Select(number => Group($"g{number}", "a"))];

        var refused = await _bots.SaveAllAsync(1, all, Now, default);

        Assert.Equal("g200", refused!.Id);
        Assert.Empty(await _groups.ListAsync(1, null, 10, default));
        Assert.Null(await _bots.SaveAllAsync(1, all[..200], Now, default));
        Assert.False(await SaveAsync("g200", "a"));
    }

    [Fact]
    public async Task SaveAll_RefusedAfterGroupsThatWereThere_LeavesThemTheirRoom()
    {
        CustomerGroup[] all = [.. Enumerable.Range(0, 200).Select(number => Group($"g{number}", "a"))];
        await _bots.SaveAllAsync(1, all, Now, default);

        Assert.NotNull(await _bots.SaveAllAsync(1, [all[0], Group("more", "a")], Now, default));

        Assert.False(await SaveAsync("other", "a"));
    }

    [Fact]
    public async Task CloseGroup_OfABot_MakesRoomForAnother()
    {
        CustomerGroup[] all = [.. Enumerable.Range(0, 200).Select(number => Group($"g{number}", "a"))];
        await _bots.SaveAllAsync(1, all, Now, default);
        var desk = new CalendarDesk(
            new MemoryCalendarStore(),
            new StoreDirectory(new MemoryStoreRegister()),
            _groups,
            new ContactAudience(new MemorySegmentStore(new MemoryContactStore()), new LimitBench().Catalog),
            new CalendarScope(1, LimitBench.Shanghai)
        )
        {
            Bots = _bots,
        };

        await desk.SaveGroupAsync(all[3] with { IsActive = false }, Now, default);

        Assert.True(await SaveAsync("new", "a"));
    }

    [Fact]
    public async Task Balance_GroupNobodyKnows_IsNone() =>
        Assert.Null(await _bots.BalanceAsync(1, "nobody", ["a"], Now, default));

    private Task<bool> SaveAsync(string id, string? bot, bool isActive = true) =>
        _bots.SaveAsync(1, Group(id, bot) with { IsActive = isActive }, Now, default);

    private static CustomerGroup Group(string id, string? bot) => new(id, id) { BotId = bot };
}
