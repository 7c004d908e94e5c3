using Workflows.Marketing.Limits;

namespace Workflows.Marketing.Tests.Limits;

public sealed class BotGroupsTests
{
    private readonly BotGroups _groups = new(new LimitBench().Judge);

    [Fact]
    public async Task Assign_The201stGroup_GoesToAnotherBotOrToNone()
    {
        // What is known may be old: the counter knows better.
        BotLoad[] alone = [new("a", 0)];
        BotLoad[] both = [new("a", 0), new("b", 7)];
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 250).Select(n => Task.Run(() => AssignAsync($"g{n}", alone)))
        );

        Assert.Equal(200, taken.Count(bot => bot is "a"));
        Assert.Equal(50, taken.Count(bot => bot is null));
        Assert.Equal("b", await AssignAsync("another", both));
        Assert.Equal("a", await AssignAsync("g" + Array.IndexOf(taken, "a"), both));

        await _groups.ReleaseAsync(1, "g" + Array.IndexOf(taken, "a"), "a", CancellationToken.None);
        Assert.Equal("a", await AssignAsync("the 201st", both));
        Assert.Equal("b", await AssignAsync("the 202nd", both));
    }

    [Fact]
    public void Order_OfBots_IsByLoad() =>
        Assert.Equal(
            ["c", "a", "b"],
            BotGroups.InOrder([new("b", 3), new("a", 3), new("c", 1)]).Select(bot => bot.Bot)
        );

    private Task<string?> AssignAsync(string group, BotLoad[] bots) =>
        _groups.AssignAsync(1, group, bots, LimitBench.At(5, 23), CancellationToken.None);
}
