using FsCheck.Xunit;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Plays;

/// <summary>Whatever happens to teams, in whatever order and however often, they keep what they promise.</summary>
public sealed class GroupBuyPropertyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 150)]
    public void Walk_AnySteps_KeepEveryPromise(int seed)
    {
        var store = new MemoryGroupBuyStore();
        var desk = new GroupBuyDesk(store, 1, team => $"{team:N}");
        var walk = new GroupBuyWalk(desk, new Random(seed), Now);

        walk.RunAsync(80).GetAwaiter().GetResult();
        Assert.Empty(Findings(store, isOver: false));
        walk.EndAsync().GetAwaiter().GetResult();
        Assert.Empty(Findings(store, isOver: true));
    }

    [Property(MaxTest = 200)]
    public void Draw_FromWhatIsPublished_IsTheSameAgain(Guid team, int seed, double odds, byte quota)
    {
        var seats = Enumerable.Range(1, 5).ToList();

        var winners = FreeOrderLot.Winners($"{seed}", team, seats, odds, quota);
        var again = seats
            .Where(seat => FreeOrderLot.NumberOf($"{seed}", team, seat) < odds)
            .OrderBy(seat => FreeOrderLot.NumberOf($"{seed}", team, seat))
            .Take(quota);

        Assert.Equal(again, winners);
        Assert.All(seats, seat => Assert.InRange(FreeOrderLot.NumberOf($"{seed}", team, seat), 0, 1));
    }

    private static IReadOnlyList<string> Findings(MemoryGroupBuyStore store, bool isOver) =>
        GroupBuyAudit.FindingsAsync(store, store.Ledger, 1, GroupBuyWalk.Campaign, isOver).GetAwaiter().GetResult();
}
