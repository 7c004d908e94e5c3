using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Plays;

/// <summary>What publishing says against a group-buy: the shipped one has nothing against it, each change of it has.</summary>
public sealed class GroupBuyCheckTests
{
    public static TheoryData<string, string, string, string> Broken =>
        new()
        {
            {
                "GroupBuyCampaign1",
                "sizes",
                "[\"2\",\"6\"]",
                "GRP002 S2-29 A team of 6 is against the rule 'Team size' of groupbuy-policy."
            },
            {
                "GroupBuyCampaign1",
                "sizes",
                "[\"many\"]",
                "GRP002 S2-29 A team of 0 is against the rule 'Team size' of groupbuy-policy."
            },
            {
                "GroupBuyCampaign1",
                "leaderPrice",
                "30",
                "GRP002 S2-28 A team of 3 is against the rule 'Prices' of groupbuy-policy."
            },
            {
                "GroupBuyCampaign1",
                "price5",
                "31",
                "GRP002 S2-32 A team of 3 is against the rule 'Headcount tiers' of groupbuy-policy."
            },
            {
                "GroupBuyCampaign1",
                "hours",
                "100",
                "GRP002 S2-33 A team of 3 is against the rule 'Time limit' of groupbuy-policy."
            },
            { "GroupBuyCampaign1", "memberPrice", "29.99999", "GRP001 S2-28 29.99999 is no price." },
            {
                "GroupBuyCampaign1",
                "campaign",
                new string('c', 65),
                "GRP001 S2-28 The campaign needs a name of 1 to 64 characters."
            },
            {
                "DrawFreeOrder1",
                "isOn",
                "true",
                "GRP004 S2-31 The lottery is on, and nobody has ticked its legal check."
            },
            {
                "DrawFreeOrder1",
                "odds",
                "1.5",
                "GRP005 S2-31 The odds of a lottery lie between 0 and 1, and its quota is not below 0."
            },
        };

    [Fact]
    public async Task Check_ShippedGroupBuy_HasNothingToSay() => Assert.Empty(await CheckAsync(Document()));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Check_PlanThatBreaksARule_SaysSoInBothLanguages(
        string block,
        string input,
        string value,
        string expected
    )
    {
        var document = Document();
        Block(document, block)[input]!["expression"]!["value"] = value;
        if (input is not "sizes")
        {
            Block(document, "GroupBuyCampaign1").Remove("sizes");
        }

        var found = await CheckAsync(document);

        Assert.Contains(expected, found.Select(one => $"{one.Code} {one.Source} {one.Message}"));
        Assert.All(found, one => Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message));
    }

    [Fact]
    public async Task Check_PlanThatIsWorkedOutAtRunTime_HasToBeWrittenDown()
    {
        var document = Document();
        Block(document, "GroupBuyCampaign1")["memberPrice"]!["expression"]!["type"] = "JavaScript";

        Assert.Contains(await CheckAsync(document), one => one.Code is GroupBuyCodes.NotWritten);
    }

    [Fact]
    public async Task Check_TeamWithoutAnEnd_NamesTheMissingStep()
    {
        var document = Document();
        var refund = Block(document, "RefundGroupBuy1")["id"]!.GetValue<string>();
        var lines = document["root"]!["connections"]!.AsArray();
        foreach (
            var line in lines
                .Where(line =>
                    refund.Equals(line!["target"]!["activity"]!.GetValue<string>(), StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            lines.Remove(line);
        }

        Assert.Contains(
            "No way from the campaign leads to 'Refund group-buy'.",
            (await CheckAsync(document)).Where(one => one.Code is GroupBuyCodes.StepMissing).Select(one => one.Message)
        );
    }

    private static JsonNode Document() =>
        JsonNode.Parse(ShippedJourney.Read("workflows", "group-buy", "workflow.json"))!;

    private static JsonObject Block(JsonNode document, string name) =>
        document["root"]!["activities"]!
            .AsArray()
            .Single(block => name.Equals(block!["name"]!.GetValue<string>(), StringComparison.Ordinal))!
            .AsObject();

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(JsonNode document)
    {
        var check = new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null);
        var found = await check.CheckAsync(ShippedJourney.Compile(document.ToJsonString()), CancellationToken.None);
        return [.. found.Where(one => one.Code.StartsWith("GRP", StringComparison.Ordinal))];
    }
}
