using Workflows.Marketing.Simulations;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every book of simulations has to do: lines are added once, and stay as they are (S0-62).</summary>
public abstract class SimulationBookContract : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly SimulationEntry Failed = new("care", 1, SimulationStep.Failed, "aa", At, "李")
    {
        Cases = 3,
        Note = "one: Message 1 is missing.",
    };

    protected abstract ISimulationBook Book { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Add_Lines_ComeBackNewestFirstAsTheyWereWritten()
    {
        var passed = Failed with { Number = 2, Step = SimulationStep.Passed, Content = "bb", Note = null };
        var waived = Failed with { Number = 3, Step = SimulationStep.Waived, Cases = 0, Note = "旺季" };
        foreach (var entry in new[] { Failed, passed, waived, Failed with { Journey = "other" } })
        {
            Assert.True(await Book.AddAsync(Tenant, entry, default));
        }

        Assert.Equal([waived, passed, Failed], await Book.ListAsync(Tenant, "care", 10, default));
        Assert.Equal([waived], await Book.ListAsync(Tenant, "care", 1, default));
        // The newest line about a content counts.
        Assert.Equal(waived, await Book.FindAsync(Tenant, "care", "aa", default));
        Assert.Equal(passed, await Book.FindAsync(Tenant, "care", "bb", default));
        Assert.Null(await Book.FindAsync(Tenant, "care", "cc", default));
    }

    [Fact]
    public async Task Add_ANumberThatIsTaken_ChangesNothing()
    {
        await Book.AddAsync(Tenant, Failed, default);

        Assert.False(await Book.AddAsync(Tenant, Failed with { Step = SimulationStep.Waived, By = "wang" }, default));

        Assert.Equal([Failed], await Book.ListAsync(Tenant, "care", 10, default));
    }
}
