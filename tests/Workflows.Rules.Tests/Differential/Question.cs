using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests.Differential;

/// <summary>One rule set before the judge and before the compiled program.</summary>
internal sealed class Question
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly int _seed;
    private readonly JudgedRuleSet _judged;

    public Question(int seed, RuleSet ruleSet)
    {
        _seed = seed;
        RuleSet = ruleSet;
        var judge = new RulesEngineJudge();
        _judged = judge.Prepare(ruleSet);
        Prepared = new PreparedRuleSet(judge, ruleSet);
    }

    public RuleSet RuleSet { get; }

    public PreparedRuleSet Prepared { get; }

    /// <summary>Asks both, compares, and gives the judge's answer where there is one.</summary>
    public RuleSetAnswer? Compare(IReadOnlyList<RuleInput> inputs, DifferentialCount count)
    {
        var compiled = Prepared.AskCompiled(inputs);
        RuleSetJudgement judgement;
        try
        {
            judgement = _judged.Judge(inputs);
        }
        // JSON knows no infinity; where a message quotes one, the engine fails as a whole.
        catch (ArgumentException)
        {
            Check(compiled.Answer is null, "answered where the judge fails", inputs);
            return null;
        }

        count.Add(judgement.Answer, compiled.Answer);
        Check(
            compiled.Answer is null || judgement.Answer is not null,
            "answered where the judge tells a mistake",
            inputs
        );
        if (compiled.Answer is { } answer)
        {
            Check(Same(judgement.Answer!.Results, answer.Results), "another answer", inputs);
        }

        return judgement.Answer;
    }

    public void Check(bool holds, string what, IReadOnlyList<RuleInput> inputs)
    {
        if (!holds)
        {
            var values = JsonSerializer.Serialize(inputs.Select(input => input.Value), Options);
            Assert.Fail(
                $"seed {_seed}, {CultureInfo.CurrentCulture.Name}: {what}\n{RuleSetWriter.Write(RuleSet)}\n{values}"
            );
        }
    }

    private static bool Same(IReadOnlyList<RuleResult> left, IReadOnlyList<RuleResult> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));

    private static bool Same(RuleResult left, RuleResult right) =>
        string.Equals(left.Rule, right.Rule, StringComparison.Ordinal)
        && left.IsSuccess == right.IsSuccess
        && left.IsFaulted == right.IsFaulted
        && (left.IsFaulted || string.Equals(left.Message, right.Message, StringComparison.Ordinal))
        && string.Equals(left.SuccessEvent, right.SuccessEvent, StringComparison.Ordinal)
        && Equals(left.Output, right.Output)
        && Same(left.Children, right.Children);
}
