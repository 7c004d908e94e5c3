using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Launches.Checks;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Launches;

/// <summary>What publishing says about scripted launches: a good one, and each way to spoil it.</summary>
public sealed class LaunchCheckTests
{
    private const string Good = """
        Start1 Marketing.ScriptedLaunch firstDay=2026-03-02 -> P1
        P1 Marketing.LaunchPhase phase=interest day=0 time=10:00 exitMetric=likes target=10 Due,Passed -> M1
        M1 Marketing.PostMoments staff=li template=m1 kind=persona text=a * -> P2
        P2 Marketing.LaunchPhase phase=value day=2 time=10:00 exitMetric=likes target=10 Due,Passed -> M2
        M2 Marketing.PostMoments staff=li template=m2 kind=knowledge values=["gift"] text=b * -> P3
        P3 Marketing.LaunchPhase phase=benefit day=4 time=10:00 exitMetric=likes target=10 Due,Passed -> M3
        M3 Marketing.PostMoments staff=li template=m3 kind=script text=c linkUrl=https://s.cn linksOpenAt=2026-03-08T10:00:00+08:00 linksEndAt=2026-03-10T10:00:00+08:00 * -> P4
        P4 Marketing.LaunchPhase phase=sale day=6 time=10:00 exitMetric=likes target=10 Due,Passed -> M4
        M4 Marketing.PostMoments staff=li template=m4 kind=script text=d linkUrl=https://s.cn linksEndAt=2026-03-10T10:00:00+08:00 * -> P5
        P5 Marketing.LaunchPhase phase=atmosphere day=6 time=20:00 exitMetric=likes target=10 Due,Passed -> Feed1
        Feed1 Marketing.OrderFeed product=tea Orders -> M5
        Feed1 Nothing -> P6
        M5 Marketing.PostMoments staff=li template=m5 kind=script text=e linkUrl=https://s.cn linksEndAt=2026-03-10T10:00:00+08:00 * -> P6
        P6 Marketing.LaunchPhase phase=close day=8 time=10:00 exitMetric=likes target=10 Due,Passed -> M6
        M6 Marketing.PostMoments staff=li template=m6 kind=persona text=f * -> Review1
        Review1 Marketing.ReviewLaunch product=tea Reviewed,LeftToOthers -> End1
        Heard1 Marketing.Interaction tag=t First,Again -> End1
        End1 Elsa.End
        """;

    /// <summary>What is replaced by what; the code, the block it is said of, and the requirement.</summary>
    public static TheoryData<string, string, string, string, string> Spoilt =>
        new()
        {
            {
                "Start1 Marketing.ScriptedLaunch firstDay=2026-03-02",
                "Start1 Marketing.QrScanned sourceTag=x",
                LaunchCodes.NoStart,
                "P1",
                "S2-45"
            },
            {
                "M1 Marketing.PostMoments staff=li template=m1 kind=persona text=a * -> P2",
                "M1 Marketing.PostMoments staff=li template=m1 kind=persona text=a * -> P3",
                LaunchCodes.PhaseOrder,
                "P3",
                "S2-52"
            },
            {
                "P2 Marketing.LaunchPhase phase=value",
                "P2 Marketing.LaunchPhase phase=benefit",
                LaunchCodes.PhaseMissing,
                "Start1",
                "S2-52"
            },
            {
                "P2 Marketing.LaunchPhase phase=value",
                "P2 Marketing.LaunchPhase phase=warmup",
                LaunchCodes.PhaseOrder,
                "P2",
                "S2-52"
            },
            {
                "P5 Marketing.LaunchPhase phase=atmosphere",
                "P5 Marketing.LaunchPhase phase=sale",
                LaunchCodes.PhaseOrder,
                "P5",
                "S2-52"
            },
            {
                "Start1 Marketing.ScriptedLaunch firstDay=2026-03-02 -> P1",
                "Start1 Marketing.ScriptedLaunch firstDay=2026-03-02 -> P2",
                LaunchCodes.PhaseOrder,
                "P2",
                "S2-52"
            },
            { "phase=benefit day=4", "phase=benefit day=2", LaunchCodes.PhaseDay, "P3", "S2-46" },
            {
                "phase=atmosphere day=6 time=20:00",
                "phase=atmosphere day=6 time=10:00",
                LaunchCodes.PhaseDay,
                "P5",
                "S2-46"
            },
            { "phase=value day=2 time=10:00", "phase=value day=2 time=noon", LaunchCodes.PhaseDay, "P2", "S2-46" },
            {
                "P1 Marketing.LaunchPhase phase=interest day=0 time=10:00 exitMetric=likes target=10 Due,Passed -> M1",
                "P1 Marketing.LaunchPhase phase=interest day=0 time=10:00 exitMetric=likes target=10 Due,Passed -> P2",
                LaunchCodes.PhaseSilent,
                "P1",
                "S2-46"
            },
            { " values=[\"gift\"]", "", LaunchCodes.NoValue, "P2", "S2-47" },
            { " linksOpenAt=2026-03-08T10:00:00+08:00", "", LaunchCodes.OpenTooEarly, "M3", "S2-49" },
            {
                "time=20:00 exitMetric=likes target=10 Due,Passed -> Feed1",
                "time=20:00 exitMetric=likes target=10 Due,Passed -> M5",
                LaunchCodes.InventedAtmosphere,
                "M5",
                "S2-50"
            },
            { "Feed1 Nothing -> P6", "Feed1 Nothing -> M5", LaunchCodes.InventedAtmosphere, "M5", "S2-50" },
            {
                "M6 Marketing.PostMoments staff=li template=m6 kind=persona text=f * -> Review1",
                "M6 Marketing.PostMoments staff=li template=m6 kind=persona text=f * -> End1",
                LaunchCodes.NoReview,
                "P6",
                "S2-51"
            },
            {
                "text=d linkUrl=https://s.cn linksEndAt=2026-03-10T10:00:00+08:00",
                "text=d linkUrl=https://s.cn linkDays=30",
                LaunchCodes.OpenTooLong,
                "M4",
                "S2-51"
            },
            {
                "phase=value day=2 time=10:00 exitMetric=likes target=10",
                "phase=value day=2 time=10:00 exitMetric=views target=10",
                LaunchCodes.NoTarget,
                "P2",
                "S2-46"
            },
            {
                "phase=close day=8 time=10:00 exitMetric=likes target=10",
                "phase=close day=8 time=10:00 exitMetric=likes",
                LaunchCodes.NoTarget,
                "P6",
                "S2-46"
            },
            { "template=m4 kind=script", "template=m4 kind=sales", LaunchCodes.Plan, "M4", "S2-45" },
            {
                "Heard1 Marketing.Interaction tag=t First,Again -> End1",
                "Heard1 Marketing.ContactEvent eventTypes=[\"x\"] -> End1",
                LaunchCodes.Deaf,
                "P3",
                "S2-48"
            },
        };

    [Fact]
    public async Task Check_SixPhasesInOrder_HasNothingToSay() => Assert.Empty(await CheckAsync(Good));

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Check_SpoiltLaunch_SaysWhereAndWhy(
        string before,
        string after,
        string code,
        string block,
        string source
    )
    {
        Assert.Contains(before, Good, StringComparison.Ordinal);

        var found = await CheckAsync(Good.Replace(before, after, StringComparison.Ordinal));

        var one = Assert.Single(found, one => (one.Code, one.Path) == (code, block));
        Assert.Equal(source, one.Source);
        Assert.Equal(
            code is LaunchCodes.Deaf or LaunchCodes.NoTarget ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            one.Severity
        );
        var chinese = JourneyMessages.In(one, Language.Chinese);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
    }

    [Fact]
    public async Task Check_PhaseLeftOutWithAReason_NeedsNoPost()
    {
        var without = Good.Replace(
            "P5 Marketing.LaunchPhase phase=atmosphere day=6 time=20:00 exitMetric=likes target=10 Due,Passed -> Feed1",
            "P5 Marketing.LaunchPhase phase=atmosphere skipReason=too-small Skipped -> P6",
            StringComparison.Ordinal
        );
        without = string.Join(
            '\n',
            without
                .Split('\n')
                .Where(line =>
                    !line.StartsWith("Feed1", StringComparison.Ordinal)
                    && !line.StartsWith("M5", StringComparison.Ordinal)
                )
        );

        Assert.Empty(await CheckAsync(without));
    }

    [Fact]
    public async Task Check_PostOfAScriptWithoutALaunch_CountsAsDailySelling()
    {
        const string Daily = """
            In1 Marketing.ContactEvent eventTypes=["x"] -> M1
            M1 Marketing.PostMoments staff=li template=m kind=script text=a * -> End1
            End1 Elsa.End
            """;

        var one = Assert.Single(await CheckAsync(Daily));

        Assert.Equal((LaunchCodes.Plan, "M1", "S2-45"), (one.Code, one.Path, one.Source));
        Assert.Empty(await CheckAsync(Daily.Replace("kind=script", "kind=sales", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("practical", true)]
    [InlineData(null, false)]
    public async Task Check_ContentOfTheValuePhase_HasAValue(string? value, bool isFine)
    {
        var contents = new MemoryContentStore();
        var change = new ContentChange(ContentStep.Write, "me", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var item = new ContentItem
        {
            Id = "tea",
            Kind = "text",
            Values = value is null ? [] : [Enum.Parse<ContentValue>(value, ignoreCase: true)],
        };
        await contents.WriteAsync(1, item, change, default);
        await contents.MoveAsync(1, "tea", 1, change with { Step = ContentStep.Submit }, default);
        await contents.MoveAsync(1, "tea", 1, change with { Step = ContentStep.Approve }, default);

        var found = await CheckAsync(
            Good.Replace("values=[\"gift\"]", "content=tea@1", StringComparison.Ordinal),
            contents
        );

        Assert.Equal(isFine, !found.Any(one => one.Code is LaunchCodes.NoValue));
    }

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(string drawing, IContentStore? contents = null) =>
        await new LaunchCheck(contents, 1).CheckAsync(
            ShippedJourney.Compile(Drawing.Of(drawing, "\"entry\":{}")),
            CancellationToken.None
        );
}
