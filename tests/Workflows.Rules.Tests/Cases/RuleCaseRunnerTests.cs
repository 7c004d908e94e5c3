using Workflows.Rules.Cases;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Tests.Cases;

public sealed class RuleCaseRunnerTests
{
    private const string Rules = """
        {"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"n > 2","SuccessEvent":"big","Actions":{"OnSuccess":{"Name":"OutputExpression","Context":{"Expression":"n * 2"}}}}]}
        """;

    private readonly RuleCaseRunner _runner = new(new RulesEngineJudge());

    [Fact]
    public void RunFolder_OwnRules_AllCasesAgree()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(RuleFiles.Find("rules/lifecycle-tiers/rules.json")))!;

        var report = Assert.Single(_runner.RunFolder(folder), report => report.Name is "lifecycle-tiers");

        Assert.All(report.Results, result => Assert.True(result.Passed, $"{result.Case.Name}: {result.Got}"));
        Assert.True(report.Succeeded);
        Assert.True(report.Passed >= 17);
        Assert.Equal("入池满 30 天整，仍是新用户", report.Results[1].Case.Title!.In("zh"));
    }

    [Fact]
    public void RunFolder_TypedShape_GivesTheSame()
    {
        var folder = Path.GetDirectoryName(RuleFiles.Find("rules/lifecycle-tiers/rules.json"))!;

        var report = Assert.Single(new RuleCaseRunner(new RulesEngineJudge(), RuleFiles.Shape).RunFolder(folder));

        Assert.True(report.Succeeded);
    }

    [Fact]
    public void Run_Disagreement_ShowsExpectedAndGot()
    {
        var report = _runner.Run(
            Rules,
            """
            {"inputs":{"n":3},"cases":[
              {"name":"right","expect":{"successEvents":["big"],"output":6}},
              {"name":"wrong event","inputs":{"n":1},"expect":{"successEvents":["big"]}},
              {"name":"wrong output","title":"一","expect":{"output":7}}]}
            """
        );

        Assert.Equal((1, 2, false), (report.Passed, report.Failed, report.Succeeded));
        Assert.Equal(("[big]", "[]"), (report.Results[1].Expected, report.Results[1].Got));
        Assert.Equal(("output 7", "output 6"), (report.Results[2].Expected, report.Results[2].Got));
    }

    [Fact]
    public void Run_InputThatDoesNotFit_IsAFailureWithTheMistake()
    {
        var report = _runner.Run(
            Rules,
            """{"cases":[{"name":"a","inputs":{"n":"x"},"expect":{"successEvents":[]}}]}"""
        );

        Assert.Contains("$.Rules[0].Expression: EXP", Assert.Single(report.Results).Got, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "RULE001", "cases.json: $")]
    [InlineData("[]", "RULE023", "cases.json: $")]
    [InlineData("""{"cases":[{}]}""", "RULE023", "cases.json: $.cases[0]")]
    [InlineData(
        """{"cases":[{"name":"a","expect":{"output":1}},{"name":"a","expect":{"output":1}}]}""",
        "RULE023",
        "cases.json: $.cases[1].name"
    )]
    [InlineData("""{"cases":[{"name":"a"}]}""", "RULE023", "cases.json: $.cases[0].expect")]
    [InlineData("""{"ruleSet":"t","cases":[]}""", "RULE015", "cases.json: $.ruleSet")]
    public void Run_BadCases_AreDiagnostics(string cases, string code, string path)
    {
        var found = Assert.Single(_runner.Run(Rules, cases).Diagnostics);

        Assert.Equal((code, path), (found.Code, found.Path));
    }

    [Fact]
    public void Run_BadRules_AreDiagnostics() =>
        Assert.Equal(
            "rules.json: $.Rules",
            Assert.Single(_runner.Run("""{"WorkflowName":"s"}""", """{"cases":[]}""").Diagnostics).Path
        );
}
