using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Cases;
using Workflows.Rules.Judging;

namespace Workflows.Host.Tests.Documents;

/// <summary>Every rule set that is shipped carries cases, and they hold.</summary>
public sealed class RuleCaseTests
{
    public static TheoryData<string> Folders =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, "rules"))
                .Select(folder => Path.GetFileName(folder)!),
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void RuleSet_Cases_Hold(string name)
    {
        var runner = new RuleCaseRunner(new RulesEngineJudge(), ContactRules.Shape) { Uses = RuleSetUses.All };

        var report = Assert.Single(runner.RunFolder(Path.Combine(Repository.Root, "rules", name)));

        Assert.Empty(report.Diagnostics);
        Assert.NotEmpty(report.Results);
        Assert.Empty(
            report.Results.Where(result => !result.Passed).Select(result => $"{result.Case.Name}: {result.Got}")
        );
    }
}
