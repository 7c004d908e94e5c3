using FsCheck;
using FsCheck.Fluent;
using Workflows.Rules.Catalog;
using Workflows.Rules.Compilation;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Testing.Seeds;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Compilation;

/// <summary>Holds the compiled evaluator to the judge: random rule sets, random contacts, one answer.</summary>
public sealed class CompiledAgainstJudgeTests(ITestOutputHelper output)
{
    private const int RuleSets = 250;
    private static readonly RulesEngineJudge Judge = new();
    private int _compiled;
    private int _asked;
    private int _faulted;
    private int _left;

    [Fact]
    public void Compiled_RandomRuleSetsAndContacts_AnswersAsTheJudge()
    {
        var questions = Gen.Zip(RandomRules.RuleSets, Gen.ListOf(RandomRules.Customers, 12)).ToArbitrary();

        Prop.ForAll(questions, question => Check(question.Item1, question.Item2))
            .Check(TestSeed.Config.WithMaxTest(RuleSets).WithQuietOnSuccess(true));

        output.WriteLine(
            $"{_compiled} of {RuleSets} rule sets compiled, {_asked} questions, {_faulted} with faults, {_left} left to the judge"
        );
        Assert.True(_compiled > RuleSets / 3, $"only {_compiled} rule sets compiled");
        Assert.True(_faulted > 30, $"only {_faulted} questions failed at run time");
    }

    private void Check(RuleSet ruleSet, IReadOnlyList<Customer> customers)
    {
        var compilation = RuleSetCompiler.Compile(ruleSet, RuleFiles.Shape);
        Assert.Empty(compilation.Declined);
        var typed = compilation.RuleSet?.For<Customer, DateTimeOffset>();
        _compiled += typed is null ? 0 : 1;
        foreach (var customer in customers)
        {
            var judgement = Judge.Judge(ruleSet, [new("contact", customer), new("now", RandomRules.Now)]);
            if (typed is null || judgement.Answer is null)
            {
                // What the compiler refuses, the judge refuses; the engine may refuse more than our check.
                Assert.Null(judgement.Answer);
                return;
            }

            _asked++;
            Compare(ruleSet, judgement.Answer, compilation.RuleSet!, typed, customer);
        }
    }

    private void Compare(
        RuleSet ruleSet,
        RuleSetAnswer answer,
        CompiledRuleSet compiled,
        TypedRuleSet<Customer, DateTimeOffset> typed,
        Customer customer
    )
    {
        object?[] values = [customer, RandomRules.Now];
        var holds = new bool[typed.Count];
        var expected = answer.Results.Select(result => result.IsSuccess).ToList();
        var context = RuleSetWriter.Write(ruleSet);
        var first = expected.IndexOf(true);

        Assert.True(first == typed.FirstMatch(customer, RandomRules.Now), context);
        Assert.True(first == compiled.FirstMatch(values), context);
        typed.Matches(customer, RandomRules.Now, holds);
        Assert.True(expected.SequenceEqual(holds), context);
        _faulted += answer.Results.Any(IsFaulted) ? 1 : 0;
        if (compiled.Evaluate(values) is { } tree)
        {
            Assert.True(answer.Results.Zip(tree.Results).All(pair => Same(pair.First, pair.Second)), context);
        }
        else
        {
            _left++;
        }
    }

    private static bool IsFaulted(RuleResult result) => result.IsFaulted || result.Children.Any(IsFaulted);

    private static bool Same(RuleResult left, RuleResult right) =>
        string.Equals(left.Rule, right.Rule, StringComparison.Ordinal)
        && left.IsSuccess == right.IsSuccess
        && left.IsFaulted == right.IsFaulted
        && (left.IsFaulted || string.Equals(left.Message, right.Message, StringComparison.Ordinal))
        && string.Equals(left.SuccessEvent, right.SuccessEvent, StringComparison.Ordinal)
        && Equals(left.Output, right.Output)
        && left.Children.Count == right.Children.Count
        && left.Children.Zip(right.Children).All(pair => Same(pair.First, pair.Second));
}
