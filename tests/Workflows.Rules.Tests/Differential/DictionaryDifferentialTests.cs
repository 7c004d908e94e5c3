using System.Globalization;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Differential;

/// <summary>Random rule sets over dictionaries and expandos: the program in all its forms and the judge are of one mind.</summary>
public sealed class DictionaryDifferentialTests(ITestOutputHelper output)
{
    private const int RuleSets = 950;
    private const int QuestionsEach = 3;

    [Theory]
    [InlineData("input1.")]
    [InlineData("")]
    public void Texts_OverDictionaries_AllBind(string way)
    {
        var dictionary = new RandomQuestions(0, isRecord: false).Complete();
        var wrong = Texts
            .Conditions.Concat(Texts.Values.Select(value => $"({value.Text}) == ({value.Text})"))
            .Select(text => text.Replace("§", way, StringComparison.Ordinal))
            .Select(text =>
                (
                    Text: text,
                    new PreparedRuleSet(new RulesEngineJudge(), RuleFiles.Of(text))
                        .AskCompiled([new("input1", dictionary)])
                        .Diagnostics
                )
            )
            .Where(item => item.Diagnostics.Count > 0)
            .Select(item => $"{item.Text}: {item.Diagnostics[0].Message}");

        Assert.Equal("", string.Join("\n", wrong));
    }

    [Fact]
    public void Compiled_RandomDictionaries_AnswersAsTheJudge()
    {
        var culture = CultureInfo.CurrentCulture;
        var count = new DifferentialCount();
        try
        {
            for (var seed = 0; seed < RuleSets; seed++)
            {
                Ask(seed, count);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        output.WriteLine(count.ToString());
        Assert.True(count.Compiled > count.Judged * 9 / 10, count.ToString());
        Assert.True(count.Judged > count.Questions / 2, count.ToString());
        Assert.True(count.Faulted > count.Questions / 20, count.ToString());
    }

    private static void Ask(int seed, DifferentialCount count)
    {
        var random = new RandomQuestions(seed, isRecord: false);
        var question = new Question(seed, random.RuleSet());
        for (var index = 0; index < QuestionsEach; index++)
        {
            CultureInfo.CurrentCulture = random.Culture;
            var dictionary = random.Dictionary();
            RuleInput[] inputs = [new("input1", dictionary)];
            if (question.Compare(inputs, count) is not { } answer)
            {
                continue;
            }

            var expected = answer.Results.Select(result => result.IsSuccess).ToArray();
            var holds = new bool[expected.Length];

            // The first time a dictionary of a shape is learned from, the second time it is read.
            for (var time = 0; time < 2; time++)
            {
                question.Prepared.Matches(dictionary, holds);
                question.Check(expected.SequenceEqual(holds), "other matches", inputs);
                question.Check(
                    Array.IndexOf(expected, true) == question.Prepared.FirstMatch(dictionary),
                    "another first match",
                    inputs
                );
            }

            var results = question.Prepared.Evaluate(dictionary).Results;
            question.Check(
                expected.SequenceEqual(results.Select(result => result.IsSuccess)),
                "another answer",
                inputs
            );
        }
    }
}
