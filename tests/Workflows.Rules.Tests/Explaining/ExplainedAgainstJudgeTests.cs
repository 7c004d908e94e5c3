using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Explaining;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tests.Compilation;
using Workflows.Testing.Seeds;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Explaining;

/// <summary>Holds explanations to the judge: random rule sets, random contacts, the same verdict for every rule.</summary>
public sealed class ExplainedAgainstJudgeTests(ITestOutputHelper output)
{
    private const int RuleSets = 300;
    private static readonly RulesEngineJudge Judge = new();
    private int _explained;
    private int _combined;

    [Fact]
    public void Explanation_RandomRuleSetsAndContacts_HasTheJudgesVerdicts()
    {
        var questions = Gen.Zip(RandomRules.RuleSets, Gen.ListOf(RandomRules.Customers, 6)).ToArbitrary();

        Prop.ForAll(questions, question => Check(question.Item1, question.Item2))
            .Check(TestSeed.Config.WithMaxTest(RuleSets).WithQuietOnSuccess(true));

        output.WriteLine($"{_explained} explanations, {_combined} conditions made of parts");
        Assert.True(_explained > RuleSets, $"only {_explained} explanations");
        Assert.True(_combined > RuleSets / 2, $"only {_combined} conditions made of parts");
    }

    private void Check(RuleSet ruleSet, IReadOnlyList<Customer> customers)
    {
        var judged = Judge.Prepare(ruleSet);
        foreach (var customer in customers)
        {
            IReadOnlyList<RuleInput> inputs = [new("contact", customer), new("now", RandomRules.Now)];
            if (judged.Judge(inputs).Answer is not { } answer)
            {
                return;
            }

            var explanation = judged.Explain(inputs, Vocabulary.Empty, Language.English);

            _explained++;
            var context = RuleSetWriter.Write(ruleSet);
            Assert.True(
                string.Equals(answer.First?.Rule, explanation.Rule, StringComparison.Ordinal),
                $"{context}: {explanation.Why}"
            );
            Assert.True(answer.Results.Zip(explanation.Rules).All(pair => Same(pair.First, pair.Second)), context);
        }
    }

    private bool Same(RuleResult result, RuleExplanation explained) =>
        string.Equals(result.Rule, explained.Rule, StringComparison.Ordinal)
        && result.IsSuccess == (explained.State == PartState.Holds)
        && string.Equals(result.SuccessEvent, explained.SuccessEvent, StringComparison.Ordinal)
        && (explained.Condition is null || IsWhole(explained.Condition))
        // Where a parameter fails, the judge stops before the nested rules.
        && (result.Children.Count == explained.Children.Count || explained.State == PartState.Failed)
        && result.Children.Zip(explained.Children).All(pair => Same(pair.First, pair.Second));

    /// <summary>What the parts of a condition came to is what the condition came to.</summary>
    private bool IsWhole(PartExplanation part)
    {
        var isCombined =
            part.Parts.Count > 1
            && part.Kind is Expressions.Lambda.Outlines.OutlineKind.And or Expressions.Lambda.Outlines.OutlineKind.Or;
        _combined += isCombined ? 1 : 0;
        return part.Parts.Where(inner => inner.State != PartState.NotAsked).All(IsWhole)
            && (!isCombined || part.Parts.Last(inner => inner.State != PartState.NotAsked).State == part.State);
    }
}
