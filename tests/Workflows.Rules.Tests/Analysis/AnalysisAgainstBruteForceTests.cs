using FsCheck;
using FsCheck.Fluent;
using Workflows.Rules.Analysis;
using Workflows.Rules.Compilation;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Testing.Seeds;

namespace Workflows.Rules.Tests.Analysis;

/// <summary>Small worlds, in which every contact there can be is asked: the analysis must find exactly what is there.</summary>
public sealed class AnalysisAgainstBruteForceTests
{
    private const int RuleSets = 250;
    private const int MostGaps = 20;
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private static readonly AnalysisOptions World = new()
    {
        AsOf = Now,
        Facts =
        [
            "contact.Orders >= 0 && contact.Orders <= 5",
            "contact.Level == null || contact.Level in (1, 2, 3)",
            "contact.City == null || contact.City == \"SH\" || contact.City == \"BJ\" || contact.City == \"GZ\"",
            "contact.PaidAt == null || (contact.PaidAt <= now && contact.PaidAt >= now.AddDays(-3))",
        ],
    };

    private static readonly Person[] Everybody =
    [
        .. from orders in Enumerable.Range(0, 6)
        from level in new int?[] { null, 1, 2, 3 }
        from city in new[] { null, "SH", "BJ", "GZ" }
        from vip in new[] { false, true }
        from paid in new double?[] { null, -3, -2.5, -2, -1.5, -1, -0.5, 0 }
        select new Person
        {
            Orders = orders,
            Level = level,
            City = city,
            Vip = vip,
            PaidAt = paid is { } days ? Now.AddDays(days) : null,
        },
    ];

    [Fact]
    public void Findings_SmallWorlds_AreExactlyWhatIsThere()
    {
        var judge = new RulesEngineJudge();
        var analyser = new RuleSetAnalyser(judge, RuleSetAnalyserTests.Shape);
        var size = 0;
        Prop.ForAll(
                RuleSetsOf.ToArbitrary(),
                ruleSet =>
                {
                    var analysis = analyser.Analyse(ruleSet, World);
                    var context =
                        $"{RuleSetWriter.Write(ruleSet)}{string.Join('\n', analysis.Findings!.Select(found => $"{found.Message.En} {found.Where} {found.Example?.Text}"))}";
                    Assert.True(
                        analysis.NotAnalysed.Count == 0 || IsCutShort(analysis),
                        context + string.Join(';', analysis.NotAnalysed)
                    );
                    Assert.Equal(Expected(ruleSet), Found(analysis));
                    Confirm(judge, ruleSet, analysis);
                    size += analysis.Findings!.Count;
                }
            )
            .Check(TestSeed.Config.WithMaxTest(RuleSets));
        Assert.True(size > RuleSets, "The rule sets had hardly anything to find.");
    }

    [Fact]
    public void Findings_MoreGapsThanAreShown_AreNotAllThereAreAndTheAnalysisSaysSo()
    {
        var judge = new RulesEngineJudge();
        var ruleSet = WithParams(
            2,
            "(contact.Orders <= limit ? string.IsNullOrEmpty(contact.City) : (contact.Level == null || contact.PaidAt < now.AddDays(-1)))",
            "(contact.Vip == isGood ? contact.City in (\"SH\", \"GZ\") : contact.Vip == false)",
            "((contact.Level == 3 ? contact.PaidAt <= now.AddDays(-2) : contact.Orders > 0) && (contact.City != \"BJ\" && now.Subtract(contact.PaidAt.Value).TotalDays < 2))",
            "((null != contact.Level ? contact.Level >= 3 : contact.Vip == false) && contact.PaidAt.Value.AddDays(1) > now)"
        );

        var analysis = new RuleSetAnalyser(judge, RuleSetAnalyserTests.Shape).Analyse(ruleSet, World);

        Assert.Equal(
            "2 more places where there may be gaps were not looked at",
            Assert.Single(analysis.NotAnalysed).En
        );
        Assert.True(IsCutShort(analysis));
        Assert.Equal(Expected(ruleSet), Found(analysis));
        Confirm(judge, ruleSet, analysis);
    }

    // A list of gaps ends somewhere; that it did is all that may be left unsaid about so small a world.
    private static bool IsCutShort(RuleSetAnalysis analysis) =>
        analysis.NotAnalysed is [var reason]
        && reason.En.EndsWith("were not looked at", StringComparison.Ordinal)
        && analysis.Findings!.Count(finding => finding.Kind == FindingKind.Gap) == MostGaps;

    private static void Confirm(RulesEngineJudge judge, RuleSet ruleSet, RuleSetAnalysis analysis)
    {
        foreach (var finding in analysis.Findings!.Where(finding => finding.Example is not null))
        {
            var answer = judge.Prepare(ruleSet).Judge(finding.Example!.ToInputs(), RuleSetAnalyserTests.Shape).Answer!;
            var holding = answer.Results.Where(result => result.IsSuccess).Select(result => result.Rule).ToArray();

            Assert.True(
                finding.Kind == FindingKind.Gap ? holding.Length == 0 : finding.Rules.All(holding.Contains),
                $"{RuleSetWriter.Write(ruleSet)} {finding.Message.En} {finding.Example.Text}"
            );
        }
    }

    private static SortedSet<string> Found(RuleSetAnalysis analysis) =>
        [
            .. analysis
                .Findings!.Where(finding => finding.Kind is not (FindingKind.Seam or FindingKind.AlwaysTrue))
                .Select(finding =>
                    finding.Kind is FindingKind.Shadowed or FindingKind.NeverHolds
                        ? $"{finding.Kind} {finding.Rules[0]}"
                        : $"{finding.Kind} {string.Join(' ', finding.Rules)}"
                ),
        ];

    private static SortedSet<string> Expected(RuleSet ruleSet)
    {
        var typed = RuleSetCompiler.Compile(ruleSet, RuleSetAnalyserTests.Shape).RuleSet!.For<Person, DateTimeOffset>();
        var answers = Everybody.Select(person => Answers(typed, person)).ToArray();
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        for (var rule = 0; rule < typed.Count; rule++)
        {
            var name = ruleSet.Rules[rule].Name;
            var holding = answers.Where(holds => holds[rule]).ToArray();
            if (holding.Length == 0)
            {
                expected.Add($"NeverHolds {name}");
            }
            else if (rule > 0 && holding.All(holds => holds.AsSpan(0, rule).Contains(true)))
            {
                expected.Add($"Shadowed {name}");
            }

            for (var later = rule + 1; later < typed.Count; later++)
            {
                if (holding.Any(holds => holds[later]))
                {
                    expected.Add($"Overlap {name} {ruleSet.Rules[later].Name}");
                }
            }
        }

        if (answers.Any(holds => !holds.Contains(true)))
        {
            expected.Add("Gap ");
        }

        return expected;
    }

    private static bool[] Answers(TypedRuleSet<Person, DateTimeOffset> typed, Person person)
    {
        var holds = new bool[typed.Count];
        typed.Matches(person, Now, holds);
        return holds;
    }

    private static Gen<RuleSet> RuleSetsOf =>
        from count in Gen.Choose(1, 5)
        from limit in Gen.Choose(1, 4)
        from conditions in Gen.ListOf(Condition(2), count)
        select WithParams(limit, [.. conditions]);

    private static RuleSet WithParams(int limit, params string[] conditions) =>
        RuleFiles.Of(conditions) with
        {
            GlobalParams =
            [
                new ScopedParam("limit", limit.ToString()),
                new ScopedParam("isGood", "contact.Orders >= limit && contact.City != null"),
            ],
        };

    private static Gen<string> Condition(int depth) =>
        depth == 0
            ? Part
            : Gen.OneOf(
                Part,
                from left in Condition(depth - 1)
                from right in Condition(depth - 1)
                from operation in Gen.Elements("&&", "&&", "||")
                select $"({left} {operation} {right})",
                from inner in Condition(depth - 1)
                select $"!({inner})",
                from test in Part
                from yes in Condition(depth - 1)
                from no in Condition(depth - 1)
                select $"({test} ? {yes} : {no})"
            );

    private static Gen<string> Part =>
        Gen.OneOf(
            from operation in Gen.Elements("==", "!=", "<", "<=", ">", ">=")
            from number in Gen.Elements("0", "1", "2", "2.5", "3", "limit", "5")
            select $"contact.Orders {operation} {number}",
            from operation in Gen.Elements("==", "!=", "<", ">=")
            from number in Gen.Elements("1", "2", "3", "limit")
            select $"contact.Level {operation} {number}",
            Gen.Elements(
                "contact.Level == null",
                "contact.Level.HasValue",
                "contact.Level.Value > 1",
                "null != contact.Level"
            ),
            Gen.Elements("contact.Vip", "contact.Vip == false", "isGood", "contact.Vip == isGood"),
            Gen.Elements(
                "contact.City == \"SH\"",
                "contact.City != \"BJ\"",
                "contact.City == null",
                "contact.City in (\"SH\", \"GZ\")",
                "contact.City.Equals(\"SH\")",
                "string.IsNullOrEmpty(contact.City)"
            ),
            from operation in Gen.Elements("<", "<=", ">", ">=", "==")
            from days in Gen.Choose(0, 3)
            select $"contact.PaidAt {operation} now.AddDays(-{days})",
            Gen.Elements(
                "contact.PaidAt == null",
                "contact.PaidAt.Value.AddDays(1) > now",
                "now.Subtract(contact.PaidAt.Value).TotalDays < 2"
            )
        );
}
