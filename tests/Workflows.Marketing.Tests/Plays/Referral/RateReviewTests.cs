using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Json;

namespace Workflows.Marketing.Tests.Plays.Referral;

public sealed class RateReviewTests
{
    private static readonly string Shipped = ShippedJourney.Read("rules", ReferralRig.Rates, "rules.json");

    [Theory]
    [InlineData("", "", "")]
    [InlineData("\"Expression\": \"2\"", "\"Expression\": \"3\"", "REF001")]
    [InlineData("\"Expression\": \"0.0\"", "\"Expression\": \"0.01\"", "REF001")]
    [InlineData("\"Expression\": \"NOT inLevels\"", "\"Expression\": \"NOT inLevels AND distributor.orders < 50\"", "")]
    [InlineData("inLevels AND isGold", "isGold", "")]
    [InlineData("\"Expression\": \"0.10\"", "\"Expression\": \"10.0\"", "REF003")]
    [InlineData("\"sales\": \"number\"", "\"sales\": \"number\", \"invites\": \"whole\"", "REF002")]
    [InlineData("\"sales\": \"number\"", "\"sales\": \"number\", \"teamSales\": \"number\"", "REF002")]
    [InlineData("\"sales\": \"number\"", "\"sales\": \"number\", \"age\": \"whole\"", "REF003")]
    [InlineData("\"distributor\": {", "\"customer\": {", "")]
    public async Task Review_RuleSet_RefusesAThirdLevelAndPayByHeads(string before, string after, string code)
    {
        var json = before.Length == 0 ? Shipped : Shipped.Replace(before, after, StringComparison.Ordinal);
        Assert.True(before.Length == 0 || Shipped.Contains(before, StringComparison.Ordinal));
        if (code.Length == 0 && after.Contains("customer", StringComparison.Ordinal))
        {
            json = json.Replace("distributor.", "customer.", StringComparison.Ordinal);
        }

        var ruleSet = RuleSetReader.Read(json).RuleSets![0];
        var found = await RateReview.ReviewAsync(ruleSet, "$", default);

        Assert.Equal(code, string.Join(',', found.Select(one => one.Code)));
        foreach (var one in found)
        {
            Assert.NotNull(one.Source);
            var chinese = JourneyMessages.In(one, Language.Chinese);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
        }
    }

    [Theory]
    [InlineData("tea", 2, "a", "b", "")]
    [InlineData("tea", 1, "a", "b", "")]
    [InlineData("tea", 3, "a", "b", "REF001")]
    [InlineData("tea", 0, "a", "b", "REF001")]
    [InlineData("tea", -1, "a", "b", "REF001")]
    [InlineData("t-a", 2, "", " ", "REF005,REF004,REF004")]
    public void Check_Program_WantsOneOrTwoLevelsAndTheRightsOfBoth(
        string name,
        int levels,
        string distributor,
        string invitee,
        string codes
    )
    {
        var found = ReferralProgramCheck.Run(new ReferralProgram(name, levels, distributor, invitee));

        Assert.Equal(codes, string.Join(',', found.Select(one => one.Code)));
        Assert.All(
            found,
            one => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(one, Language.Chinese).Message)
        );
    }
}
