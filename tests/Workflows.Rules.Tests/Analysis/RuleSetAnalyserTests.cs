using Workflows.Expressions;
using Workflows.Rules.Analysis;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;

namespace Workflows.Rules.Tests.Analysis;

public sealed class RuleSetAnalyserTests
{
    internal static readonly InputShape Shape = InputShape.Of(
        ("contact", typeof(Person)),
        ("now", typeof(DateTimeOffset))
    );

    private static readonly RuleSetAnalyser Analyser = new(new RulesEngineJudge(), Shape);

    [Fact]
    public void Analyse_LifecycleTiers_LeavesNobodyOutAndOverlapsNowhere()
    {
        var analyser = new RuleSetAnalyser(new RulesEngineJudge(), RuleFiles.Shape);

        var analysis = analyser.Analyse(RuleFiles.Read(RuleFiles.LifecycleTiers));

        Assert.Empty(analysis.NotAnalysed);
        Assert.Empty(analysis.Findings!);
    }

    [Theory]
    // numbers
    [InlineData("Overlap r0 r1 contact.Orders: 5", "contact.Orders >= 5", "contact.Orders <= 5")]
    [InlineData("Gap contact.Orders: 5", "contact.Orders > 5", "contact.Orders < 5")]
    [InlineData("Gap contact.Orders: < 0", "contact.Orders >= 0")]
    [InlineData("Gap contact.Amount: ]1..2[", "contact.Amount <= 1", "contact.Amount >= 2")]
    [InlineData("Gap contact.Level: null", "contact.Level <= 3", "contact.Level > 3")]
    [InlineData("NeverHolds r0", "contact.Orders > 5 && contact.Orders < 6", "true")]
    [InlineData("NeverHolds r0", "contact.Orders == 2.5", "true")]
    [InlineData("AlwaysTrue r0", "contact.Orders > 5 || contact.Orders <= 5 || contact.Vip", "contact.Vip")]
    [InlineData("Seam r0 r1", "contact.Orders >= 5", "contact.Orders > 5")]
    // the first that holds decides
    [InlineData("Shadowed r1 r0", "contact.Orders >= 2", "contact.Orders >= 3")]
    [InlineData("Shadowed r2 r0 r1", "contact.Orders >= 2", "contact.Vip", "contact.Orders == 7 || contact.Vip")]
    // texts, flags, lists
    [InlineData("Overlap r0 r1 contact.City: \"SH\"", "contact.City in (\"SH\", \"BJ\")", "contact.City == \"SH\"")]
    [InlineData("Gap contact.City: \"\", null", "not string.IsNullOrEmpty(contact.City)")]
    [InlineData("Gap contact.Vip: false", "contact.Vip == true")]
    [InlineData("Gap contact.Tags has vip: false", "contact.Tags.Contains(\"vip\")")]
    // instants
    [InlineData("Gap contact.PaidAt: < now - 30d, null", "contact.PaidAt >= now.AddDays(-30)")]
    [InlineData(
        "Gap contact.PaidAt: null",
        "contact.PaidAt.Value >= now.AddDays(-30) || contact.PaidAt < now.AddDays(-30)"
    )]
    [InlineData(
        "Gap contact.JoinedAt: < 2026-01-01T00:00:00+08:00",
        "contact.JoinedAt >= DateTimeOffset(\"2026-01-01T00:00:00+08:00\")"
    )]
    [InlineData(
        "Overlap r0 r1 contact.JoinedAt: now - 30d",
        "now.Subtract(contact.JoinedAt).TotalDays <= 30",
        "contact.JoinedAt <= now.AddDays(-30)"
    )]
    public void Analyse_Conditions_FindsWhatIsWrong(string expected, params string[] expressions)
    {
        var analysis = Analyser.Analyse(RuleFiles.Of(expressions));

        Assert.Empty(analysis.Diagnostics);
        Assert.Contains(expected, analysis.Findings!.Select(Line));
    }

    [Fact]
    public void Analyse_GapOfWhatIsNoNumber_CannotBeConfirmed()
    {
        var analysis = Analyser.Analyse(
            RuleFiles.Of("contact.Score <= 5 || contact.Score > 5 || contact.Score == null")
        );

        Assert.Empty(analysis.Findings!);
        Assert.StartsWith("contact.Score: NaN: ", Assert.Single(analysis.NotAnalysed).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact.City.StartsWith(\"S\")", "contact.City == \"SH\"")]
    [InlineData("contact.Amount / contact.Orders > 100", "contact.Orders > 1")]
    [InlineData("contact.JoinedAt.Year == 2026", "true")]
    public void Analyse_WhatItDoesNotUnderstand_SaysSo(params string[] expressions)
    {
        var analysis = Analyser.Analyse(RuleFiles.Of(expressions));

        Assert.Contains(analysis.NotAnalysed, reason => reason.En.StartsWith("r0: ", StringComparison.Ordinal));
        Assert.All(analysis.NotAnalysed, reason => Assert.NotEqual(reason.En, reason.Zh));
    }

    [Fact]
    public void Analyse_OverlapBesideSomethingNotUnderstood_IsReportedOnlyIfTheJudgeAgrees()
    {
        var analysis = Analyser.Analyse(
            RuleFiles.Of("contact.Orders >= 5 && contact.JoinedAt.Year < 1900", "contact.Orders >= 3")
        );

        Assert.DoesNotContain(analysis.Findings!, finding => finding.Kind == FindingKind.Overlap);
        Assert.Contains(analysis.NotAnalysed, reason => reason.En.StartsWith("r0 / r1: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyse_Facts_ExcludeContactsThatCannotBe()
    {
        var options = new AnalysisOptions
        {
            Facts = ["contact.Orders >= 0", "(contact.Orders == 0) == (contact.PaidAt == null)"],
        };

        var analysis = Analyser.Analyse(RuleFiles.Of("contact.Orders > 0", "contact.PaidAt == null"), options);

        Assert.Empty(analysis.Findings!);
    }

    [Fact]
    public void Analyse_BrokenFact_IsADiagnostic()
    {
        var analysis = Analyser.Analyse(RuleFiles.Of("true"), new AnalysisOptions { Facts = ["contact.Nothing > 1"] });

        Assert.False(analysis.Succeeded);
        Assert.StartsWith("facts: $", Assert.Single(analysis.Diagnostics).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyse_ComparisonsInACircle_AreNotAnalysed()
    {
        var analysis = Analyser.Analyse(
            RuleFiles.Of(
                "contact.JoinedAt < now && contact.JoinedAt > DateTimeOffset(\"2026-01-01T00:00:00Z\") && now < DateTimeOffset(\"2025-01-01T00:00:00Z\")"
            )
        );

        Assert.Single(analysis.NotAnalysed, reason => reason.En.Contains("another way", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyse_Collect_FindsNoOverlaps() =>
        Assert.DoesNotContain(
            Analyser
                .Analyse(
                    RuleFiles.Of("contact.Orders > 1", "contact.Orders > 2"),
                    new AnalysisOptions { Policy = HitPolicy.Collect }
                )
                .Findings!,
            finding => finding.Kind is FindingKind.Overlap or FindingKind.Shadowed
        );

    private static string Line(Finding finding) =>
        string.Join(' ', new[] { finding.Kind.ToString() }.Concat(finding.Rules).Append(finding.Where)).TrimEnd();
}
