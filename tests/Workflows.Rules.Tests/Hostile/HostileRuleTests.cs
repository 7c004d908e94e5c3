using System.Diagnostics;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Tests.Cases;
using Workflows.Expressions.Tests.Hostile;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tests.Hostile;

/// <summary>Rule documents that reach for machinery, grow without end or hide what they do: each is refused with its code, in good time.</summary>
public sealed class HostileRuleTests
{
    private const int Attempts = 100;
    private const string Fault = "!";

    private static readonly TimeSpan GoodTime = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RuleInput[] Inputs =
    [
        new("contact", new Customer { City = "aaaaaaaaaab", PaidOrderCount = 3 }),
        new("now", Now),
        new("items", new List<int> { 1, 2, 3 }),
        new("texts", new List<string> { "aa", "bb" }),
    ];

    private static readonly InputShape Shape = InputShape.Of([
        .. Inputs.Select(input => (input.Name, input.Value!.GetType())),
    ]);

    public static TheoryData<CaseRow> Table => CaseTable.Read("Hostile/rules.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Document_Hostile_IsRefused(CaseRow row)
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal(row.Expected, Code(HostileText.Expand(row.Text), RuleSetLimits.Default));

        Assert.True(watch.Elapsed < GoodTime, $"took {watch.Elapsed}");
    }

    [Fact]
    public void Table_OfDocuments_IsRead() => Assert.True(Table.Count >= Attempts);

    public static TheoryData<string, string, RuleSetLimits> Reached
    {
        get
        {
            var limits = RuleSetLimits.Default;
            return new()
            {
                { Document("true"), RuleDiagnosticCodes.TooLarge, limits with { MaxLength = 20 } },
                {
                    """{"WorkflowName":"s","Rules":[{"RuleName":"r","Operator":"And","Rules":[{"RuleName":"q","Expression":"true"}]}]}""",
                    RuleDiagnosticCodes.TooLarge,
                    limits with
                    {
                        MaxDepth = 1,
                    }
                },
                { Document("true", "true"), RuleDiagnosticCodes.TooLarge, limits with { MaxRules = 1 } },
                {
                    $"""[{"""{"WorkflowName":"a","WorkflowsToInject":["b", "c"],"Rules":[]}"""},{Document("true").Replace("\"s\"", "\"b\"")},{Document("true").Replace("\"s\"", "\"c\"").Replace("r0", "q")}]""",
                    RuleDiagnosticCodes.TooLarge,
                    limits with
                    {
                        MaxIncludes = 1,
                    }
                },
                { Document("true", "true"), RuleDiagnosticCodes.TooLarge, limits with { MaxExpressions = 1 } },
                {
                    """{"WorkflowName":"s","GlobalParams":[{"Name":"p","Expression":"1"}],"Rules":[{"RuleName":"r","Expression":"p > 0"}]}""",
                    RuleDiagnosticCodes.TooLarge,
                    limits with
                    {
                        MaxParameters = 4,
                    }
                },
                {
                    Document("contact.City.PadLeft(5000) != null"),
                    RuleDiagnosticCodes.GrowsTooLong,
                    limits with
                    {
                        MaxGrowth = 4_000,
                    }
                },
                {
                    Document("items.Any(a => items.Any(b => a > b))"),
                    RuleDiagnosticCodes.GrowsTooLong,
                    limits with
                    {
                        MaxSteps = 100_000,
                    }
                },
                {
                    Document("contact.PaidOrderCount + 1 > 2"),
                    DiagnosticCodes.TooLarge,
                    limits with
                    {
                        Expressions = ExpressionLimits.Default with { MaxNodes = 3 },
                    }
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Reached))]
    public void Limit_Reached_IsARefusal(string json, string code, RuleSetLimits limits)
    {
        Assert.Equal(code, Code(json, limits));
        Assert.Equal("answers", Code(json, RuleSetLimits.Default));
    }

    [Fact]
    public void Default_Limits_AreThese() =>
        Assert.Equal(
            new RuleSetLimits
            {
                MaxLength = 4_000_000,
                MaxDepth = 32,
                MaxRules = 10_000,
                MaxParameters = 500,
                MaxIncludes = 256,
                MaxExpressions = 20_000,
                MaxGrowth = 1_000_000,
                MaxSteps = 10_000_000,
                Expressions = ExpressionLimits.Default,
            },
            RuleSetLimits.Default
        );

    [Theory]
    [InlineData("texts.Any(t => t + \"!\" == \"bb!\")")]
    [InlineData("texts.Select(t => t.PadLeft(4, 'x')).Any(t => t == \"xxbb\")")]
    public void Judge_TextsBuiltInFunctions_AreAllowedWhileTheyAreShort(string expression)
    {
        var ruleSet = RuleFiles.Of(expression);

        var judgement = new RulesEngineJudge().Judge(ruleSet, Inputs);
        var prepared = new PreparedRuleSet(new RulesEngineJudge(), ruleSet);

        Assert.Empty(judgement.Diagnostics);
        Assert.True(judgement.Answer!.Results[0].IsSuccess);
        Assert.True(prepared.Evaluate(Inputs).Results[0].IsSuccess);
    }

    [Theory]
    [InlineData("$(contact.GetType().Assembly)")]
    [InlineData("$($($($(contact))))")]
    [InlineData("$(System.IO.File.ReadAllText(\"/etc/passwd\"))")]
    [InlineData("$(contact.City.PadLeft(2000000000))")]
    [InlineData("$(missing) $(contact.Missing) $() $( $(")]
    [InlineData("{0} {{1}} %s ${contact.City}")]
    public void Judge_MessageThatReachesForMore_SaysNothingOfIt(string message)
    {
        var ruleSet = RuleFiles.Of("false") with
        {
            Rules =
            [
                new Rule
                {
                    Name = "r",
                    Expression = "false",
                    ErrorMessage = message,
                },
            ],
        };

        var judgement = new RulesEngineJudge().Judge(ruleSet, Inputs);

        var said = judgement.Answer?.Results[0].Message ?? "";
        Assert.True(judgement.Answer is not null || judgement.Diagnostics.Count > 0);
        Assert.DoesNotContain("Version=", said, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", said, StringComparison.Ordinal);
        Assert.True(said.Length < 10_000);
    }

    private static string Document(params string[] expressions) => RuleSetWriter.Write(RuleFiles.Of(expressions));

    private static string Code(string json, RuleSetLimits limits)
    {
        var errors = RuleSetValidator
            .Validate(json, Shape, limits: limits)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (errors.Count > 0)
        {
            return errors[0].Code;
        }

        var ruleSets = RuleSetReader.Read(json, limits).RuleSets!;
        var judgement = new RulesEngineJudge { Limits = limits }.Judge(ruleSets[0], Inputs, ruleSets);
        return judgement.Answer is not { } answer ? judgement.Diagnostics[0].Code
            : answer.Results.Any(result => result.IsFaulted) ? Fault
            : "answers";
    }
}
