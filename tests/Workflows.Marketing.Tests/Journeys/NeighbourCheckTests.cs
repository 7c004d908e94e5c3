using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>What a journey has against those that are published beside it.</summary>
public sealed class NeighbourCheckTests
{
    private const string Told = """
        Event1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Offer1
        Offer1 Marketing.Offer offerId=o1 product=p price=99.00 link=https://s.cn/o Open,NotYet,Over -> End1
        End1 Elsa.End
        """;

    [Theory]
    [InlineData("price=99.00", "price=99", null)]
    [InlineData("price=99.00", "price=98", "price")]
    [InlineData("product=p", "product=q", "product")]
    [InlineData("link=https://s.cn/o", "link=https://s.cn/p", "link")]
    [InlineData("offerId=o1", "offerId=o1 until=2026-12-31", "until")]
    [InlineData("offerId=o1", "offerId=o2", null)]
    public async Task Check_OfferOfAnotherJourney_IsToldTheSame(string before, string after, string? what)
    {
        var found = await CheckAsync(Told, Told.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(
            what is null ? [] : [$"The offer 'o1' says another {what} than in the published journey 'beside'."],
            found.Select(one => one.Message)
        );
        Assert.All(
            found,
            one => Assert.Equal((PlayCodes.OneOffer, "Offer1", "S2-53"), (one.Code, one.Path, one.Source))
        );
        Assert.All(found, one => Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message));
    }

    [Fact]
    public async Task Check_OfferOfItsOwnPublishedVersion_MayChange() =>
        Assert.Empty(
            await CheckAsync(Told, Told.Replace("price=99.00", "price=98", StringComparison.Ordinal), beside: "drawn")
        );

    [Theory]
    [InlineData("beside", 1)]
    [InlineData("group-buy", 0)]
    public async Task Check_GroupBuyOfAnotherJourney_HasANameOfItsOwn(string beside, int found)
    {
        var json = ShippedJourney.Read("workflows", "group-buy", "workflow.json");
        var published = new TriggerIndex();
        published.Replace(
            ShippedJourney.Compile(
                json.Replace(
                    "\"definitionId\": \"group-buy\"",
                    $"\"definitionId\": \"{beside}\"",
                    StringComparison.Ordinal
                )
            )
        );

        var diagnostics = await new NeighbourCheck(published).CheckAsync(ShippedJourney.Compile(json), default);

        Assert.Equal(found, diagnostics.Count);
        Assert.All(diagnostics, one => Assert.Equal("GRP006", one.Code));
        Assert.All(diagnostics, one => Assert.NotEqual(one.Remedy, JourneyMessages.In(one, Language.Chinese).Remedy));
    }

    [Theory]
    [InlineData("Ends1 Marketing.GroupEnds -> End1", "", 0)]
    [InlineData("", "Ends1 Marketing.GroupEnds -> End1", 0)]
    [InlineData("", "", 1)]
    public async Task Check_FlashGroupThatNobodyCloses_IsWarnedOf(string beside, string own, int count)
    {
        const string Opens = """
            Event1 Marketing.ContactEvent eventTypes=["campaign.begins"] -> Open1
            Open1 Marketing.OpenFlashGroup group=wrA Opened,NoGroup -> End1
            End1 Elsa.End
            """;

        var found = await CheckAsync($"{Told}\n{beside}", $"{Opens}\n{own}");

        Assert.Equal(count, found.Count);
        Assert.All(
            found,
            one => Assert.Equal((PlayCodes.EndlessGroup, "Open1", "S4-40"), (one.Code, one.Path, one.Source))
        );
        Assert.All(found, one => Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message));
        Assert.All(found, one => Assert.NotEqual(one.Remedy, JourneyMessages.In(one, Language.Chinese).Remedy));
    }

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        string published,
        string journey,
        string beside = "beside"
    )
    {
        var index = new TriggerIndex();
        index.Replace(Compile(published, beside));
        return await new NeighbourCheck(index).CheckAsync(Compile(journey, "drawn"), CancellationToken.None);
    }

    private static WorkflowGraph Compile(string drawing, string id) =>
        ShippedJourney.Compile(
            Drawing
                .Of(drawing, "")
                .Replace("\"definitionId\":\"drawn\"", $"\"definitionId\":\"{id}\"", StringComparison.Ordinal)
        );
}
