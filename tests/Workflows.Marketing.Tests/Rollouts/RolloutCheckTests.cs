using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Tests.Rollouts;

/// <summary>Nothing is copied before its pilot passed (S1-23).</summary>
public sealed class RolloutCheckTests
{
    private const int Tenant = 1;
    private static readonly PilotFigures Failing = new(15, 10, 299_999.99m, 10, 49.9);
    private static readonly PilotFigures Passing = new(15, 10, 300_000m, 10, 50);
    private readonly MemoryPilotBook _book = new();

    [Fact]
    public async Task Publish_EleventhStore_IsRefusedWhileThePilotFails_AndAllowedOnceItPassed()
    {
        var desk = await BegunAsync();

        Assert.Equal("", await SaidAsync(desk, Stores(10)));
        Assert.Equal(
            "ROL003 The pilot 'spring' has not been scored; the journey would go beyond its 10 stores: s-11.",
            await SaidAsync(desk, Stores(11))
        );
        await desk.ScoreAsync("spring", Failing, "li", default);
        Assert.Equal(
            "ROL003 The pilot 'spring' has not passed (days 15, stores 10, sales 299999.99, fanGrowth 10, addFanRate 49.9; short of sales addFanRate); the journey would go beyond its 10 stores: s-11.",
            await SaidAsync(desk, Stores(11))
        );
        await desk.ScoreAsync("spring", Passing, "li", default);
        Assert.Equal("", await SaidAsync(desk, Stores(11)));
        Assert.Equal("", await SaidAsync(desk, "\"all\""));
    }

    [Fact]
    public async Task Publish_OverriddenForAReason_IsAllowed_AndTheLogSaysWhoAndWhy()
    {
        var desk = await BegunAsync();
        await desk.ScoreAsync("spring", Failing, "li", default);
        var (none, refused) = await desk.OverrideAsync("spring", "  ", "wang", default);
        Assert.Null(none);
        Assert.Equal(RolloutCodes.NoReason, Assert.Single(refused).Code);
        Assert.StartsWith("ROL003", await SaidAsync(desk, "\"all\""), StringComparison.Ordinal);

        await desk.OverrideAsync("spring", "旺季不等人", "wang", default);

        Assert.Equal("", await SaidAsync(desk, Stores(11)));
        Assert.Equal(
            ["1 Begun li ", "2 Held li sales addFanRate", "3 Overridden wang 旺季不等人"],
            (await _book.ListAsync(Tenant, "spring", default)).Select(one =>
                $"{one.Number} {one.Step} {one.By} {one.Note}"
            )
        );
    }

    [Fact]
    public async Task Publish_PilotThatFailsAfterAnOverride_IsClosedAgain()
    {
        var desk = await BegunAsync();
        await desk.OverrideAsync("spring", "旺季不等人", "wang", default);
        await desk.ScoreAsync("spring", Failing, "li", default);

        Assert.StartsWith("ROL003", await SaidAsync(desk, Stores(11)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pilot\":\"spring\",\"stores\":[\"s-01\"]", "")]
    [InlineData("\"pilot\":\"spring\",\"stores\":[\"s-01\",\"s-01\"]", "")]
    [InlineData("\"pilot\":\"autumn\",\"stores\":[\"s-01\"]", "ROL002")]
    [InlineData("\"pilot\":\"spring\",\"stores\":\"some\"", "ROL001")]
    [InlineData("\"pilot\":\"spring\",\"stores\":[1]", "ROL001")]
    [InlineData("\"pilot\":\"spring\"", "ROL001")]
    [InlineData("\"stores\":\"all\"", "ROL001")]
    public async Task Check_Rollout_SaysAPilotThatThereIsAndStores(string rollout, string expected)
    {
        var found = await CheckAsync(await BegunAsync(), rollout);

        Assert.Equal(expected, string.Join(' ', found.Select(one => one.Code)));
    }

    [Fact]
    public async Task Begin_Twice_KeepsTheStoresOfTheFirst()
    {
        var desk = await BegunAsync();

        var (_, refused) = await desk.BeginAsync("spring", ["s-01", "s-99"], "li", default);

        Assert.Equal(RolloutCodes.PilotTaken, Assert.Single(refused).Code);
        Assert.Equal(10, (await desk.FindAsync("spring", default))!.Stores.Count);
    }

    [Theory]
    [InlineData("Spring", "s-01")]
    [InlineData("spring", "")]
    public async Task Begin_BadNameOrStores_IsRefused(string name, string store)
    {
        var (pilot, refused) = await (await DeskAsync()).BeginAsync(name, [store], "li", default);

        Assert.Null(pilot);
        Assert.Equal(RolloutCodes.BadPilot, Assert.Single(refused).Code);
    }

    [Fact]
    public async Task Score_ByTwoAtOnce_LosesNoLine()
    {
        var desk = await BegunAsync();

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.ScoreAsync("spring", Failing, "li", default)))
        );

        Assert.Equal(
            Enumerable.Range(1, 9),
            (await _book.ListAsync(Tenant, "spring", default)).Select(one => one.Number)
        );
    }

    private static string Stores(int count) =>
        $"[{string.Join(',', Enumerable.Range(1, count).Select(number => $"\"s-{number.ToString("00", CultureInfo.InvariantCulture)}\""))}]";

    private async Task<PilotDesk> BegunAsync()
    {
        var desk = await DeskAsync();
        var stores = Enumerable.Range(1, 10).Select(one => $"s-{one.ToString("00", CultureInfo.InvariantCulture)}");
        await desk.BeginAsync("spring", [.. stores], "li", default);
        return desk;
    }

    private async Task<PilotDesk> DeskAsync()
    {
        RuleSetCatalog ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "pilot-scorecard", "rules.json"));
        return new PilotDesk(_book, ruleSets, TimeProvider.System, Tenant);
    }

    private static async Task<string> SaidAsync(PilotDesk desk, string stores) =>
        string.Join(
            '\n',
            (await CheckAsync(desk, $"\"pilot\":\"spring\",\"stores\":{stores}")).Select(one =>
                $"{one.Code} {one.Message}"
            )
        );

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(PilotDesk desk, string rollout)
    {
        var drawn = Drawing.Of(
            """
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> End1
            End1 Elsa.End
            """,
            $"\"rollout\":{{{rollout}}}"
        );
        var found = await new RolloutCheck(desk).CheckAsync(ShippedJourney.Compile(drawn), default);
        Assert.All(
            found,
            one =>
            {
                Assert.Equal("S1-23", one.Source);
                Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message);
            }
        );
        return found;
    }
}
