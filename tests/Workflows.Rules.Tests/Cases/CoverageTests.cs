using Workflows.Rules.Cases;
using Workflows.Rules.Cases.Coverage;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Tests.Cases;

public sealed class CoverageTests
{
    private const string Rules = """
        { "WorkflowName": "s",
          "GlobalParams": [ { "Name": "min", "Expression": "2" }, { "Name": "isGood", "Expression": "contact.orders >= min" } ],
          "Rules": [
            { "RuleName": "good", "Expression": "isGood && contact.paidAt >= now.AddDays(-30)" },
            { "RuleName": "rest", "Expression": "!isGood" },
            { "RuleName": "never", "Expression": "contact.city == \"SH\"" } ] }
        """;

    [Fact]
    public void Coverage_Cases_NameWhatTheyLeaveUntried()
    {
        var coverage = Run(
            """{ "orders": 2, "paidAt": "2026-01-01T00:00:00Z", "city": "BJ" }""",
            """{ "orders": 1, "paidAt": null, "city": null }"""
        );

        Assert.Equal(["never"], coverage.UnreachedRules);
        Assert.Empty(coverage.OneSided);
        Assert.False(coverage.IsComplete);
    }

    [Theory]
    [InlineData(2, "contact.orders >= min", false)]
    [InlineData(1, "contact.orders >= min", true)]
    public void Coverage_Comparison_NeedsBothSides(int orders, string comparison, bool missing)
    {
        var coverage = Run($$"""{ "orders": {{orders}}, "paidAt": "2026-01-01T00:00:00Z", "city": "SH" }""");

        Assert.Contains(new OneSidedComparison("good", comparison, missing), coverage.OneSided);
        Assert.Contains(new OneSidedComparison("good", "contact.paidAt >= now.AddDays(-30)", false), coverage.OneSided);
    }

    private static RuleCoverage Run(params string[] contacts)
    {
        var cases = contacts.Select(
            (contact, index) =>
                $$"""{ "name": "c{{index}}", "inputs": { "contact": {{contact}}, "now": "2026-01-02T00:00:00Z" }, "expect": { "successEvents": [] } }"""
        );
        var report = new RuleCaseRunner(new RulesEngineJudge()).Run(
            Rules,
            $$"""{ "cases": [ {{string.Join(',', cases)}} ] }"""
        );
        Assert.Empty(report.Diagnostics);
        return report.Coverage!;
    }
}
