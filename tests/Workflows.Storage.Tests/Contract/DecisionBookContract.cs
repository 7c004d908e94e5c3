using Workflows.Marketing.Decisions;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every book of decisions has to do: lines are added once, and stay as they are (S0-65, S4-56).</summary>
public abstract class DecisionBookContract : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IDecisionBook Decisions { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Add_Lines_ComeBackInTheirOrderAsTheyWereWritten()
    {
        var held = new DecisionLine("growth-stage", 1, At, "李", "hold", "0-1")
        {
            Note = "repurchase",
            Figures = """{"repurchase":10}""",
        };
        var overridden = new DecisionLine("growth-stage", 2, At.AddDays(1), "root", "override", "1-10")
        {
            Note = "旺季",
            Sponsor = "老板",
        };
        Assert.True(await Decisions.AddAsync(Tenant, overridden, default));
        Assert.True(await Decisions.AddAsync(Tenant, held, default));
        Assert.True(await Decisions.AddAsync(Tenant, held with { Book = "another" }, default));

        Assert.Equal([held, overridden], await Decisions.ListAsync(Tenant, "growth-stage", default));
        Assert.Equal(overridden, await Decisions.LastAsync(Tenant, "growth-stage", default));
        Assert.Empty(await Decisions.ListAsync(Tenant, "none", default));
        Assert.Null(await Decisions.LastAsync(Tenant, "none", default));
    }

    [Fact]
    public async Task Add_ANumberThatIsTaken_ChangesNothing()
    {
        var first = new DecisionLine("community-safety", 1, At, "root", "off", "off") { Note = "a" };
        await Decisions.AddAsync(Tenant, first, default);

        Assert.False(await Decisions.AddAsync(Tenant, first with { By = "li", Act = "on", Value = "on" }, default));

        Assert.Equal([first], await Decisions.ListAsync(Tenant, "community-safety", default));
    }
}
