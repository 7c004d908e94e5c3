using System.Text.Json;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Analysis;
using Workflows.Rules.Cases;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tables;

namespace Workflows.Host.Tests.Documents;

/// <summary>The rule sets of the catalogue: all there, each threshold tried on both sides, no gaps, words in both languages.</summary>
public sealed class ShippedRuleSetTests
{
    // Asked by the product itself, with wording of its own.
    private static readonly HashSet<string> OfTheProduct = new(StringComparer.Ordinal)
    {
        "contact-limits",
        "high-net-worth",
        "identity-merge",
    };

    private static readonly string[] Catalogue =
    [
        "auto-reply",
        "channel-recommend",
        "contact-limits",
        "distributor-tiers",
        "fulfilment-choice",
        "group-health",
        "group-routing",
        "groupbuy-policy",
        "health-invalid-private-domain",
        "identity-merge",
        "intent-score",
        "lifecycle-tiers",
        "lint-forbidden",
        "ltv-cac",
        "new-and-hit",
        "next-best-offer",
        "persona-matrix",
        "pilot-scorecard",
        "play-frequency-cognition",
        "play-price-frequency",
        "pool-assignment",
        "pyramid-market-fit",
        "recommend-score",
        "relationship-stage",
        "risk-concentration",
        "service-quality",
        "service-sentiment",
        "session-boundary",
        "staffing",
        "stage-gates",
        "super-user",
        "trend-alarms",
    ];

    public static TheoryData<string> Names => [.. Catalogue];

    public static TheoryData<string> OfJourneys => [.. Catalogue.Where(name => !OfTheProduct.Contains(name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Cases_OfEveryRuleSet_TryBothSidesOfEveryThreshold(string name)
    {
        var runner = new RuleCaseRunner(new RulesEngineJudge(), ContactRules.Shape) { Uses = RuleSetUses.All };

        var report = Assert.Single(runner.RunFolder(Folder(name)));

        Assert.True(report.Succeeded);
        Assert.Empty(report.Coverage!.UnreachedRules);
        Assert.Empty(report.Coverage.OneSided);
        Assert.All(
            report.Results,
            result =>
            {
                Assert.Equal(2, result.Case.Title!.Texts.Count);
                Assert.All(result.Case.Title.Texts.Values, text => Assert.NotEqual("", text.Trim()));
            }
        );
    }

    [Theory]
    [MemberData(nameof(OfJourneys))]
    public void Analysis_OfEveryRuleSet_FindsNothing(string name)
    {
        var ruleSet = Read(name);
        var options = new AnalysisOptions { Facts = RuleSetUses.FactsOf(ruleSet) };

        var analysis = new RuleSetAnalyser(new RulesEngineJudge(), RuleSetUses.ShapeOf(ruleSet)).Analyse(
            ruleSet,
            options with
            {
                Policy = DecisionTable.PolicyOf(ruleSet) ?? options.Policy,
            }
        );

        Assert.True(analysis.Succeeded);
        Assert.Empty(analysis.Findings);
    }

    [Theory]
    [MemberData(nameof(OfJourneys))]
    public void Rules_OfEveryRuleSet_SayTheirSourceAndWhatTheyMeanInBothLanguages(string name)
    {
        var ruleSet = Read(name);

        Assert.All(
            ruleSet.Rules,
            rule =>
            {
                Assert.Matches("^[SB][0-9]", rule.Properties["source"].GetString());
                AssertBothLanguages(rule.Properties["title"]);
            }
        );
        Assert.All(
            ruleSet.GlobalParams.Where(param => double.TryParse(param.Expression, out _)),
            param =>
            {
                AssertBothLanguages(param.Extra["title"]);
                Assert.Matches("^([SB][0-9].*|assumed)$", param.Extra["source"].GetString());
            }
        );
    }

    private static void AssertBothLanguages(JsonElement texts)
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", texts.GetProperty("zh").GetString());
        Assert.Matches("[a-z]", texts.GetProperty("en").GetString());
    }

    private static RuleSet Read(string name) =>
        Assert.Single(RuleSetReader.Read(File.ReadAllText(Path.Combine(Folder(name), "rules.json"))).RuleSets!);

    private static string Folder(string name) => Path.Combine(Repository.Root, "rules", name);
}
