using Workflows.Marketing.Rollouts;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every book of pilots has to do: lines are added once, and stay as they are (S1-23).</summary>
public abstract class PilotBookContract : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IPilotBook Pilots { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Add_Lines_ComeBackInTheirOrderAsTheyWereWritten()
    {
        var begun = new PilotEntry("spring", 1, PilotStep.Begun, At, "李") { Stores = ["s-01", "s-02"] };
        var held = new PilotEntry("spring", 2, PilotStep.Held, At.AddDays(15), "li")
        {
            Figures = new PilotFigures(15, 10, 299_999.99m, 9.5, 49.9),
            Note = "sales fanGrowth addFanRate",
        };
        var overridden = new PilotEntry("spring", 3, PilotStep.Overridden, At.AddDays(16), "wang") { Note = "旺季" };
        Assert.True(await Pilots.AddAsync(Tenant, begun, default));
        Assert.True(await Pilots.AddAsync(Tenant, overridden, default));
        Assert.True(await Pilots.AddAsync(Tenant, held, default));

        var lines = await Pilots.ListAsync(Tenant, "spring", default);

        Assert.Equal(["s-01", "s-02"], lines[0].Stores);
        Assert.Equal(begun with { Stores = [] }, lines[0] with { Stores = [] });
        Assert.Equal([held with { Stores = [] }, overridden with { Stores = [] }], Bare(lines.Skip(1)));
        Assert.All(lines.Skip(1), line => Assert.Empty(line.Stores));
        Assert.Empty(await Pilots.ListAsync(Tenant, "autumn", default));
    }

    [Fact]
    public async Task Add_ANumberThatIsTaken_ChangesNothing()
    {
        var first = new PilotEntry("spring", 1, PilotStep.Begun, At, "li") { Stores = ["s-01"] };
        await Pilots.AddAsync(Tenant, first, default);

        Assert.False(await Pilots.AddAsync(Tenant, first with { By = "wang", Stores = ["s-09"] }, default));

        var line = Assert.Single(await Pilots.ListAsync(Tenant, "spring", default));
        Assert.Equal(("li", "s-01"), (line.By, Assert.Single(line.Stores)));
    }

    [Fact]
    public async Task Names_Pages_ShowEachPilotOnce()
    {
        foreach (var (pilot, number) in new[] { ("b", 1), ("b", 2), ("a", 1), ("c", 1) })
        {
            await Pilots.AddAsync(Tenant, new PilotEntry(pilot, number, PilotStep.Begun, At, "li"), default);
        }

        Assert.Equal(["a", "b"], await Pilots.NamesAsync(Tenant, null, 2, default));
        Assert.Equal(["c"], await Pilots.NamesAsync(Tenant, "b", 2, default));
    }

    private static IEnumerable<PilotEntry> Bare(IEnumerable<PilotEntry> lines) =>
        lines.Select(line => line with { Stores = [] });
}
