using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Rollouts.Growth;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Rollouts;

/// <summary>The company's stage moves forward only, one after the other, through the gate or with a sponsor and a reason (S4-56).</summary>
public sealed class GrowthDeskTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly GrowthFigures Proven = new(40, 20, 51) { Pools = [] };
    private static readonly GrowthFigures Short = new(10, 5, 10);

    private readonly MemoryDecisionBook _book = new();
    private readonly MemoryMessageStore _messages = new();
    private readonly TriggerIndex _journeys = new();
    private readonly RuleSetCatalog _rules = new(
        new MemoryRuleSetStore(),
        new RulesEngineJudge(),
        TimeProvider.System,
        ContactRules.Shape
    );

    public async Task InitializeAsync()
    {
        var publication = await _rules.PublishAsync(ShippedJourney.Read("rules", "stage-gates", "rules.json"));
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Review_GatePassed_MovesToTheNextStageAndKeepsTheFigures()
    {
        var (stage, _) = await ReviewAsync(Proven, "1-10");

        Assert.Equal("1-10", stage!.Name);
        var line = Assert.Single(stage.Log);
        Assert.Equal(("pass", "li", Now), (line.Act, line.By, line.At));
        Assert.Contains("\"repurchase\":40", line.Figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_GateNotPassed_StaysAndSaysWhatIsMissing()
    {
        var (stage, _) = await ReviewAsync(Short, "1-10");

        Assert.Equal("0-1", stage!.Name);
        Assert.Equal(("hold", "repurchase multiCategory"), (stage.Log[0].Act, stage.Log[0].Note));
    }

    [Theory]
    [InlineData("10-100")]
    [InlineData("0-1")]
    [InlineData("somewhere")]
    public async Task Review_StageThatIsNotTheNext_IsRefusedAlsoWithASponsor(string next)
    {
        foreach (var warrant in new (string?, string?)?[] { null, ("老板", "赶时间") })
        {
            var (stage, diagnostics) = await ReviewAsync(Proven, next, warrant);

            Assert.Null(stage);
            Assert.Equal(GrowthCodes.NotNext, Assert.Single(diagnostics).Code);
        }

        Assert.Empty((await Desk.ReadAsync(default)).Log);
    }

    [Fact]
    public async Task Review_ComingBack_IsRefused()
    {
        await ReviewAsync(Proven, "1-10");

        var (stage, diagnostics) = await ReviewAsync(Proven, "0-1");

        Assert.Null(stage);
        Assert.Equal("Ask for 10-100.", Assert.Single(diagnostics).Remedy);
    }

    [Fact]
    public async Task Review_SponsorWithAReason_MovesAndIsKept()
    {
        var (stage, _) = await ReviewAsync(Short, "1-10", ("老板", "旺季不等人"));

        Assert.Equal("1-10", stage!.Name);
        Assert.Equal(("override", "老板", "旺季不等人"), (stage.Log[0].Act, stage.Log[0].Sponsor, stage.Log[0].Note));
    }

    [Theory]
    [InlineData("", "x", "1-10")]
    [InlineData("老板", " ", "1-10")]
    [InlineData("老板", "x", null)]
    public async Task Review_SponsorWithoutAReasonOrAStage_IsRefused(string sponsor, string reason, string? next)
    {
        var (stage, diagnostics) = await ReviewAsync(Short, next, (sponsor, reason));

        Assert.Null(stage);
        Assert.Equal(GrowthCodes.NoSponsor, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public async Task Review_SecondGate_NamesThePoolsThatNothingReachedLatelyAndTheChannels()
    {
        await ReviewAsync(Proven, "1-10");
        await PublishAsync("nurture", "nurturing", Now.AddDays(-3));
        await PublishAsync("convert", "conversion", Now.AddDays(-31));
        await PublishAsync("serve", "client", null);

        var (held, _) = await ReviewAsync(Proven with { Pools = null, ChannelsNotReady = ["douyin"] }, "10-100");

        Assert.Equal("1-10", held!.Name);
        Assert.Equal("content(conversion, client) staff(douyin)", held.Log[^1].Note);
        var (passed, _) = await ReviewAsync(Proven with { Pools = ["nurturing"] }, "10-100");
        Assert.Equal("10-100", passed!.Name);
    }

    [Fact]
    public async Task Review_WithoutAStageAskedFor_OnlyLooks()
    {
        var (stage, _) = await ReviewAsync(Proven, null);

        Assert.Equal(("0-1", "pass"), (stage!.Name, Assert.Single(stage.Log).Act));
    }

    [Theory]
    [InlineData(-1, "nurturing")]
    [InlineData(101, "nurturing")]
    [InlineData(50, "pond")]
    public async Task Review_FiguresThatAreNone_AreRefused(double repurchase, string pool)
    {
        var (stage, diagnostics) = await ReviewAsync(new GrowthFigures(repurchase, 0, 0) { Pools = [pool] }, null);

        Assert.Null(stage);
        Assert.Equal(GrowthCodes.BadFigures, Assert.Single(diagnostics).Code);
    }

    private GrowthDesk Desk => new(_book, _rules, new PoolReach(_journeys, _messages), new FakeTimeProvider(Now), 1);

    private Task<(GrowthStage? Stage, IReadOnlyList<Expressions.Diagnostics.Diagnostic> Diagnostics)> ReviewAsync(
        GrowthFigures figures,
        string? next,
        (string?, string?)? warrant = null
    ) => Desk.ReviewAsync(figures, next, warrant, "li", default);

    private async Task PublishAsync(string journey, string pool, DateTimeOffset? sentAt)
    {
        var drawn = Drawing.Of(
            """
            Entry1 Marketing.ContactEvent eventTypes=["order.paid"] -> Say1
            Say1 Marketing.SendPrivateMessage template=t text=早 *
            """,
            $"\"pool\":\"{pool}\""
        );
        _journeys.Replace(
            ShippedJourney.Compile(drawn.Replace("\"drawn\"", $"\"{journey}\"", StringComparison.Ordinal))
        );
        if (sentAt is not { } at)
        {
            return;
        }

        var message = new OutboundMessage(
            journey,
            new Recipient.Group("g"),
            Carrier.Group,
            "wecom",
            "t",
            new MessageContent("x"),
            "service",
            at,
            journey,
            1
        );
        await _messages.AddAsync(1, message, new MessageLease("me", 1, at, at.AddMinutes(1)), default);
        await _messages.SettleAsync("me", [new MessageSettlement.Ended(1, journey, at, SendOutcome.Sent)], default);
    }
}
