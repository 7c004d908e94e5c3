using Workflows.Marketing.Limits;
using Workflows.Marketing.Places.Groups;
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
    public async Task Balance_GroupNobodyKnows_IsNone() =>
        Assert.Null(await _bots.BalanceAsync(1, "nobody", ["a"], Now, default));

    private Task<bool> SaveAsync(string id, string? bot, bool isActive = true) =>
        _bots.SaveAsync(1, new CustomerGroup(id, id) { BotId = bot, IsActive = isActive }, Now, default);
}
